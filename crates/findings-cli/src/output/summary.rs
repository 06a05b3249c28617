//! What was found in an article, to be read by people: the judgements with their sentences first, the rest in a line
//! each. Knows nothing of files.

use super::line::{Line, Look};
use super::page::{Page, Place};
use super::plan::{Plan, Target};
use super::tables::{counting, word};
use anstyle::{AnsiColor, Style};
use findings::{Edtf, ProviderId, Rating, Status};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const CYAN: Style = AnsiColor::Cyan.on_default();
/// Where what is told begins, after the name of its kind.
const TEXT: usize = 12;

/// How articles are summed up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Summary {
    look: Look,
}

impl Summary {
    /// For who will read it: in colours and cut to the width on a terminal, plain and whole elsewhere.
    pub(super) fn of(plan: &Plan) -> Self {
        let to_terminal = plan.target == Target::Stdout && plan.is_terminal;
        let width = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        Self {
            look: Look {
                width: if to_terminal { width() } else { None },
                is_coloured: plan.target == Target::Stdout && plan.is_coloured,
            },
        }
    }

    /// The summary of one article.
    pub(super) fn article(self, page: &Page<'_>) -> Vec<u8> {
        let mut told = Told { look: self.look, out: String::new(), kind: "" };
        told.head(page);
        told.ratings(page);
        told.judged(page);
        told.rest(page);
        told.out.push('\n');
        told.out.into_bytes()
    }
}

/// The summary in the making.
struct Told {
    look: Look,
    out: String,
    /// The kind of fact that was told last: its name is not repeated.
    kind: &'static str,
}

impl Told {
    fn write(&mut self, line: &Line) {
        line.write(self.look, &mut self.out);
    }

    /// The begin of a line about a kind of fact.
    fn line(&mut self, kind: &'static str) -> Line {
        let name = if self.kind == kind { "" } else { kind };
        self.kind = kind;
        Line::new("  ").and(DIM, name).to(TEXT)
    }

    fn head(&mut self, page: &Page<'_>) {
        let published = page.found.article.published;
        let day = published.map_or("no date".to_owned(), |day| day.to_string());
        self.write(&Line::default().and(BOLD, page.input.id.as_str()).and(DIM, format!("  {day}")));
        if let Some(title) = page.title() {
            self.write(&Line::new(format!("  {title}")));
        }
        let inspectors = page.found.bodies.iter().filter(|_| page.keeps("bodies"));
        for body in inspectors {
            let line = self.line("bodies").and(Style::new(), body.name.as_str());
            self.write(&line.and(DIM, format!(" · {}", word(&body.role).unwrap_or_default())));
        }
        for provider in page.found.providers.iter().filter(|_| page.keeps("providers")) {
            let kind = provider.kind.as_ref().map(|kind| format!(" · {kind}")).unwrap_or_default();
            let line = self.line("providers").and(Style::new(), provider.name.as_str()).and(DIM, kind);
            self.write(&line);
        }
    }

    fn ratings(&mut self, page: &Page<'_>) {
        let mut last = None;
        for rating in page.found.ratings.iter().filter(|_| page.keeps("ratings")) {
            let line = self.line("ratings").and(colour(rating), rating.label.as_str());
            self.write(&line.and(Style::new(), about(rating, page)));
            let place = page.place(rating.part, rating.span);
            if last != Some((place.sentence, place.span)) {
                self.write(&self.context(Line::new("").to(TEXT + 2), place));
            }
            last = Some((place.sentence, place.span));
        }
    }

    /// A line and after it the words in their sentence, of which what is far from them is left out.
    fn context(&self, line: Line, place: Place<'_>) -> Line {
        let room = self.look.width.map_or(usize::MAX, |width| width.saturating_sub(line.width()));
        let (before, rest) = place.sentence.split_at_checked(place.at).unwrap_or(("", place.sentence));
        let (words, after) = rest.split_at_checked(place.text.len()).unwrap_or((rest, ""));
        let before_words = before.chars().count();
        let behind = room.saturating_sub(words.chars().count()).saturating_sub(after.chars().count());
        let left = behind.max(room / 3);
        if before_words <= left {
            return line.and(DIM, before).and(Style::new(), words).and(DIM, after);
        }
        let kept: String = before.chars().skip(before_words + 1 - left).collect();
        // Begins with a whole word.
        let kept = kept.split_once(' ').map_or(kept.as_str(), |(_, kept)| kept);
        line.and(DIM, format!("…{kept}")).and(Style::new(), words).and(DIM, after)
    }

    fn judged(&mut self, page: &Page<'_>) {
        for tally in page.found.tallies.iter().filter(|_| page.keeps("tallies")) {
            let what: Vec<&str> = tally.labels.iter().chain(&tally.measures).map(String::as_str).collect();
            let line = self.line("tallies").and(Style::new(), what.join(", "));
            let of = named(page, tally.provider.as_ref()).or(tally.population.as_deref());
            let of = of.map(|name| format!(" · {name}")).unwrap_or_default();
            self.write(&line.and(Style::new(), format!(": {}{of}", counting(&tally.count))));
        }
        for measure in page.found.measures.iter().filter(|_| page.keeps("measures")) {
            let kind = word(&measure.kind).unwrap_or_default();
            let line = self.line("measures").and(AnsiColor::Magenta.on_default(), kind.replace('-', " "));
            let mut about = format!(" · {}", word(&measure.action).unwrap_or_default());
            push(&mut about, named(page, measure.provider.as_ref()));
            push(&mut about, measure.date.as_ref().map(Edtf::as_str));
            self.write(&line.and(Style::new(), about));
        }
    }

    fn rest(&mut self, page: &Page<'_>) {
        for money in page.found.money.iter().filter(|m| page.keeps("money") && m.same_as.is_none()) {
            let mut about = String::new();
            push(&mut about, money.role.as_ref().and_then(word));
            push(&mut about, word(&money.certainty).filter(|certainty| *certainty != "actual"));
            let line = self.line("money").and(CYAN, money.text.as_str()).and(Style::new(), about + "  ");
            self.write(&self.context(line, page.place(money.part, money.span)));
        }
        for date in page.found.dates.iter().filter(|d| page.keeps("dates") && d.role.is_some()) {
            let value = date.value.as_ref().map_or("?", Edtf::as_str);
            let role = date.role.as_ref().and_then(word).unwrap_or_default().replace('-', " ");
            let line = self.line("dates").and(CYAN, value).and(Style::new(), format!(" · {role}  "));
            self.write(&self.context(line, page.place(date.part, date.span)));
        }
        for quote in page.found.quotes.iter().filter(|q| page.keeps("quotes") && q.speaker.is_some()) {
            let line = self.line("quotes").and(Style::new(), quote.speaker.as_deref().unwrap_or_default());
            self.write(&line.and(DIM, format!("  “{}”", quote.text)));
        }
        for note in page.found.notes.iter().filter(|_| page.keeps("notes")) {
            let line = self.line("notes").and(Style::new(), note.message.as_str());
            self.write(&line.and(DIM, format!(" “{}”", note.text)));
        }
        if self.kind.is_empty() {
            self.write(&Line::new("  ").and(DIM, "nothing found"));
        }
    }
}

/// Green for the best of a scale, red for the worst, yellow between; plain where it was not given.
fn colour(rating: &Rating) -> Style {
    let colour = match (rating.rank, rating.of) {
        _ if !matches!(rating.status, Status::Awarded | Status::Provisional) => return BOLD,
        (Some(rank), Some(of)) if rank == of => AnsiColor::Red,
        (Some(rank), Some(of)) if rank * 2 <= of => AnsiColor::Green,
        (Some(_), Some(_)) => AnsiColor::Yellow,
        _ => return BOLD,
    };
    colour.on_default().bold()
}

/// Of what, how surely, whose, by whom, when: what tells it from the others comes first, for the rest may be cut.
fn about(rating: &Rating, page: &Page<'_>) -> String {
    let mut about = String::new();
    if let (Some(rank), Some(of)) = (rating.rank, rating.of) {
        about.push_str(&format!(" ({rank} of {of})"));
    }
    push(&mut about, rating.aspect.as_ref().map(|aspect| aspect.text.as_str()));
    push(&mut about, rating.service.as_ref().map(|service| service.text.as_str()));
    push(&mut about, word(&rating.status).filter(|_| rating.status != Status::Awarded));
    if let Some(change) = &rating.change {
        let from = change.from.as_ref().map(|from| format!(" from {from}")).unwrap_or_default();
        push(&mut about, Some(&format!("{}{from}", word(&change.direction).unwrap_or_default())));
    }
    push(&mut about, named(page, rating.provider.as_ref()));
    push(&mut about, rating.body.as_ref().map(|id| id.as_str()));
    push(&mut about, rating.inspected.as_ref().map(Edtf::as_str));
    about
}

fn push(about: &mut String, part: Option<&str>) {
    if let Some(part) = part {
        about.push_str(" · ");
        about.push_str(part);
    }
}

fn named<'p>(page: &Page<'p>, id: Option<&ProviderId>) -> Option<&'p str> {
    page.provider(id?.as_str()).map(|provider| provider.name.as_str())
}
