//! The best pairing of two lists, by the sum of what each pair is worth. Knows nothing of facts.

/// For each row the column paired with it, each column at most once, so that the sum of `worth(row, column)` is
/// the greatest. A pair worth nothing is not made. Among equal sums the result is always the same.
pub(super) fn best(rows: usize, columns: usize, worth: impl Fn(usize, usize) -> i64) -> Vec<Option<usize>> {
    // The Hungarian method with potentials, on costs. One column of no cost for each row lets it stay alone.
    let width = columns + rows;
    let cost = |row: usize, column: usize| if column < columns { -worth(row, column).max(0) } else { 0 };
    let mut row_potential = vec![0_i64; rows + 1];
    let mut column_potential = vec![0_i64; width + 1];
    // Row paired with each column, both counted from 1; 0 is none.
    let mut paired = vec![0_usize; width + 1];
    let mut back = vec![0_usize; width + 1];
    for row in 1..=rows {
        paired[0] = row;
        let mut column = 0;
        let mut least = vec![i64::MAX; width + 1];
        let mut done = vec![false; width + 1];
        while paired[column] != 0 {
            done[column] = true;
            let current = paired[column];
            let (mut step, mut next) = (i64::MAX, 0);
            for candidate in 1..=width {
                if done[candidate] {
                    continue;
                }
                let reduced =
                    cost(current - 1, candidate - 1) - row_potential[current] - column_potential[candidate];
                if reduced < least[candidate] {
                    least[candidate] = reduced;
                    back[candidate] = column;
                }
                if least[candidate] < step {
                    step = least[candidate];
                    next = candidate;
                }
            }
            for seen in 0..=width {
                if done[seen] {
                    row_potential[paired[seen]] += step;
                    column_potential[seen] -= step;
                } else if least[seen] != i64::MAX {
                    least[seen] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            paired[column] = paired[back[column]];
            column = back[column];
        }
    }
    let mut result = vec![None; rows];
    for (column, row) in paired.iter().skip(1).take(columns).enumerate() {
        if let Some(row) = row.checked_sub(1).filter(|&row| worth(row, column) > 0) {
            result[row] = Some(column);
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(table: &[&[i64]]) -> Vec<Option<usize>> {
        best(table.len(), table.first().map_or(0, |row| row.len()), |r, c| table[r][c])
    }

    #[test]
    fn the_greatest_sum_wins_over_the_greedy_choice() {
        assert_eq!(pair(&[&[9, 8], &[8, 1]]), [Some(1), Some(0)]);
    }

    #[test]
    fn worthless_pairs_are_not_made() {
        assert_eq!(pair(&[&[0, 0], &[0, 3]]), [None, Some(1)]);
        assert_eq!(pair(&[&[0]]), [None]);
    }

    #[test]
    fn either_side_may_be_longer_or_empty() {
        assert_eq!(pair(&[&[5], &[7], &[6]]), [None, Some(0), None]);
        assert_eq!(pair(&[&[5, 7, 6]]), [Some(1)]);
        assert_eq!(pair(&[]), Vec::<Option<usize>>::new());
        assert_eq!(best(2, 0, |_, _| 1), [None, None]);
    }
}
