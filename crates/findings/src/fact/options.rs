//! What an article does not say of itself and a reader may know: how its paper writes figures.

/// How to read what papers write differently.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What comes first in a date in figures.
    pub day_order: DayOrder,
}

/// What comes first in "3/4/2024".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// The day, as in the UK.
    #[default]
    DayFirst,
    /// The month, as in the United States.
    MonthFirst,
}
