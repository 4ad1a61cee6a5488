//! A Simple Temporal Problem: how far apart days may lie. Each constraint says `to − from ≤ most` and carries
//! a label. If no days satisfy all of them, the constraints of a negative cycle are the explanation. Small:
//! one article has a few dozen constraints.

/// A day to be found.
pub type Point = usize;

/// Day 0 of the calendar.
pub const ORIGIN: Point = 0;

/// `to` is at most `most` days after `from`.
#[derive(Debug)]
struct Constraint<L> {
    from: Point,
    to: Point,
    most: i64,
    label: L,
}

/// The days to be found, and their constraints.
#[derive(Debug)]
pub struct Network<L> {
    points: usize,
    constraints: Vec<Constraint<L>>,
}

impl<L: Clone> Network<L> {
    /// A network of the origin only.
    pub fn new() -> Self {
        Self { points: 1, constraints: Vec::new() }
    }

    /// Adds another day to be found.
    pub fn point(&mut self) -> Point {
        self.points += 1;
        self.points - 1
    }

    /// `to` is at most `most` days after `from`.
    pub fn at_most(&mut self, from: Point, to: Point, most: i64, label: L) {
        self.constraints.push(Constraint { from, to, most, label });
    }

    /// `first` is not after `second`.
    pub fn in_order(&mut self, first: Point, second: Point, label: L) {
        self.at_most(second, first, 0, label);
    }

    /// The labels of constraints that contradict each other, in the order of their chain; `None` if all can
    /// hold.
    pub fn conflict(&self) -> Option<Vec<L>> {
        // Bellman and Ford from everywhere at once.
        let mut reach = vec![0_i64; self.points];
        let mut by: Vec<Option<usize>> = vec![None; self.points];
        let mut last = None;
        for _ in 0..=self.points {
            last = None;
            for (index, constraint) in self.constraints.iter().enumerate() {
                let Some(through) = reach.get(constraint.from).map(|at| at.saturating_add(constraint.most))
                else {
                    continue;
                };
                let Some(at) = reach.get_mut(constraint.to).filter(|at| through < **at) else { continue };
                *at = through;
                if let Some(slot) = by.get_mut(constraint.to) {
                    *slot = Some(index);
                }
                last = Some(constraint.to);
            }
            last?;
        }
        self.cycle(&by, last?)
    }

    /// Walks back until a point is met a second time.
    fn cycle(&self, by: &[Option<usize>], start: Point) -> Option<Vec<L>> {
        let mut point = start;
        for _ in 0..self.points {
            point = self.constraint_into(by, point)?.from;
        }
        let mut labels = Vec::new();
        let mut at = point;
        loop {
            let constraint = self.constraint_into(by, at)?;
            labels.push(constraint.label.clone());
            at = constraint.from;
            if at == point {
                break;
            }
        }
        labels.reverse();
        Some(labels)
    }

    /// The constraint that pulled a point to where it is.
    fn constraint_into(&self, by: &[Option<usize>], point: Point) -> Option<&Constraint<L>> {
        self.constraints.get(by.get(point).copied().flatten()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_hold_is_no_conflict() {
        let mut net = Network::new();
        let (a, b) = (net.point(), net.point());
        net.at_most(ORIGIN, a, 10, "a by 10");
        net.at_most(a, ORIGIN, -5, "a from 5");
        net.in_order(a, b, "a before b");
        assert_eq!(net.conflict(), None);
    }

    #[test]
    fn the_cycle_is_the_explanation() {
        let mut net = Network::new();
        let (a, b, other) = (net.point(), net.point(), net.point());
        net.at_most(ORIGIN, other, 3, "other by 3");
        net.at_most(a, ORIGIN, -17, "a from 17");
        net.in_order(a, b, "a before b");
        net.at_most(ORIGIN, b, 15, "b by 15");
        let mut labels = net.conflict().unwrap();
        labels.sort();
        assert_eq!(labels, ["a before b", "a from 17", "b by 15"]);
    }

    proptest::proptest! {
        /// Constraints derived from real days never conflict.
        #[test]
        fn a_solution_is_accepted(days in proptest::collection::vec(0_i64..100, 2..8), slack in 0_i64..3) {
            let mut net = Network::new();
            let points: Vec<_> = days.iter().map(|_| net.point()).collect();
            for (i, a) in days.iter().enumerate() {
                for (j, b) in days.iter().enumerate() {
                    net.at_most(points[i], points[j], b - a + slack, ());
                }
            }
            assert_eq!(net.conflict(), None);
        }
    }
}
