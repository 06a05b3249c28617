//! What a date expression says before it is resolved. Knows no calendar: "31 September" can be said.

/// A measure of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A length of time: "two weeks", "a year and a half", "several months".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    /// From the coarsest to the finest. Hundredths of the unit; `None` for "several".
    pub(crate) parts: Vec<(Option<u32>, Unit)>,
    /// "about", "nearly".
    pub(crate) approx: bool,
}

/// Which of the many Mays or Tuesdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// The wording leaves it to the tense.
    Bare,
    Last,
    This,
    Next,
    /// "the following January": after the date told before.
    Following,
    /// "the Tuesday after next".
    AfterNext,
    /// "the spring before last".
    BeforeLast,
}

/// The year of a month, a season or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    Given(i16),
    /// "last year" is -1.
    Relative(i16),
    Open(Which),
}

/// The four seasons, as EDTF numbers them less twenty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring = 1,
    Summer = 2,
    Autumn = 3,
    Winter = 4,
}

/// A part of a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// "early".
    Early,
    /// "the beginning of".
    Start,
    /// "mid", "the middle of".
    Middle,
    /// "late".
    Late,
    /// "the end of".
    End,
    /// "earlier this month": up to the day of publication.
    Sofar,
    /// "later this year": from the day of publication on.
    Rest,
}

/// What a shift is reckoned from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Base {
    /// The day of publication.
    Now,
    /// The date told before: "a month later", "the following year".
    Told,
    /// The date told before, or else the day of publication: "the previous year".
    Near,
    At(Box<Point>),
    /// An event: "a month after the inspection".
    Event(Event),
}

/// When a feast falls within a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Falls {
    On {
        month: u8,
        day: u8,
    },
    /// So many days after Easter Sunday.
    Easter {
        days: i16,
    },
    /// The nth such weekday of a month, from its end where negative; 0 is Monday.
    Nth {
        n: i8,
        weekday: u8,
        month: u8,
    },
}

/// What a length is reckoned from that the text dates elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// "the inspection", "the visit".
    Visit,
    /// "the report".
    Report,
}

/// One time at some grain.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Point {
    Day {
        day: u8,
        month: u8,
        year: Year,
        weekday: Option<u8>,
    },
    /// "the 18th", "20th of next month".
    DayOf {
        day: u8,
        of: Option<Box<Point>>,
        weekday: Option<u8>,
    },
    Month {
        month: u8,
        year: Year,
    },
    Year(i16),
    /// First year of it.
    Decade(i16),
    /// First year of it: the 19th century is 1800.
    Century(i16),
    Season {
        season: Season,
        year: Year,
    },
    Quarter {
        n: u8,
        year: Year,
    },
    Half {
        n: u8,
        year: Year,
    },
    /// Of a school: "the autumn term".
    Term {
        season: Season,
        year: Year,
    },
    /// "the year to March 2009".
    EndingAt {
        length: Length,
        end: Box<Point>,
    },
    /// First year of it, from April.
    FinancialYear(Year),
    /// First year of it, from September.
    SchoolYear(Year),
    /// 0 is Monday.
    Weekday {
        weekday: u8,
        which: Which,
    },
    /// "Tuesday of last week".
    WeekdayOf {
        weekday: u8,
        week: Box<Point>,
    },
    /// "last week" is -1 week, "today" 0 days.
    Relative {
        unit: Unit,
        by: i16,
    },
    /// "two years ago", "a month later", "three days from Tuesday".
    Shift {
        length: Length,
        back: bool,
        base: Base,
    },
    Part {
        part: Part,
        of: Box<Point>,
    },
    /// "the first Monday of March", "the last week of 2018" (-1).
    Nth {
        n: i8,
        what: Item,
        of: Box<Point>,
    },
    /// "the first two weeks of 2021".
    Edge {
        length: Length,
        last: bool,
        of: Box<Point>,
    },
    /// "the week of 6 October", "week commencing".
    WeekOf(Box<Point>),
    /// "Christmas Day", "Easter 2013".
    Feast {
        falls: Falls,
        year: Year,
        /// "Christmas": round about the day.
        round: bool,
    },
    /// "the new year": the months after the turn of it.
    NewYear,
}

/// What an ordinal counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    Unit(Unit),
    Weekday(u8),
}

/// What one mention says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    At(Point),
    /// From the start of the one to the end of the other, both included.
    Between(Point, Point),
    Since(Point),
    Until(Point),
    /// Not the time itself.
    Before(Point),
    After(Point),
    Length(Length),
    /// "in two months": ahead where the clause looks ahead, else a length.
    In(Length),
    /// "the last two years", reckoned from the day of publication.
    Rolling {
        length: Length,
        back: bool,
    },
    /// "for ten days from 18 December".
    Lasting {
        length: Length,
        from: Point,
    },
    /// "once a month".
    Every(Length),
}

/// A time of day that goes with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Daypart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// A date as the article words it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DateMention {
    /// Without a preposition in front of it that only links it: "in", "on", "since".
    pub(crate) span: crate::text::Span,
    /// With it.
    pub(crate) whole: crate::text::Span,
    pub(crate) expr: Expr,
    pub(crate) approx: bool,
    pub(crate) daypart: Option<Daypart>,
    /// "by": the time is a limit.
    pub(crate) limit: bool,
    /// A date in brackets after "today" says which day it is.
    pub(crate) gloss: Option<Point>,
}
