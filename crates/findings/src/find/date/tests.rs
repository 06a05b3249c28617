//! What the first looks of the readers pass over.

use super::*;
use crate::find::passed_over;

#[test]
fn where_no_date_may_start_no_reader_finds_one() {
    passed_over::each(|line, i| {
        let shape = line.token(i).map(|t| t.shape).filter(|s| !matches!(s, Shape::Sign(_)));
        let passed = shape.is_some_and(|shape| !begins(line, i, shape));
        passed.then(|| starting(line, i, &mut Vec::new()).is_none())
    });
}

#[test]
fn where_no_length_may_begin_no_reader_finds_one() {
    passed_over::each(|line, i| (!count::may_begin(line, i)).then(|| count::starting(line, i).is_none()));
}

#[test]
fn no_reader_of_single_times_is_left_out_that_would_read_further() {
    passed_over::each(|line, i| Some(point::point(line, i) == point::by_all(line, i)));
}
