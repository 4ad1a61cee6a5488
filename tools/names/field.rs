//! A linear-chain conditional random field, trained by AdaGrad with features dropped at random, and packed
//! for the tagger.

use dateline::names::tagger::{LABELS, closes, follows, opens, slot};

use super::data::{ANY, Data};
use super::swap::Dice;

const BUCKETS: usize = 50_000;
/// A weight of this size fills a byte.
const FULL: f32 = 4.0;

type Row = [f32; LABELS];

pub struct Field {
    weights: Vec<Row>,
    /// Sums over the last rounds: their mean is steadier than any one of them.
    sums: Vec<Row>,
    rounds: f32,
    squares: Vec<Row>,
    moves: [Row; LABELS],
    move_squares: [Row; LABELS],
}

impl Field {
    pub fn new(features: usize) -> Self {
        Self {
            weights: vec![[0.0; LABELS]; features],
            sums: vec![[0.0; LABELS]; features],
            rounds: 0.0,
            squares: vec![[1e-4; LABELS]; features],
            moves: [[0.0; LABELS]; LABELS],
            move_squares: [[1e-4; LABELS]; LABELS],
        }
    }

    pub fn epoch(&mut self, data: &Data, dice: &mut Dice, rate: f32, drop: f32) -> f32 {
        let mut order: Vec<usize> = (0..data.stretches.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, dice.roll(at + 1));
        }
        let mut loss = 0.0;
        let mut kept: Vec<Vec<u32>> = Vec::new();
        let threshold = (drop * 65536.0) as usize;
        for &index in &order {
            let (first, last) = data.stretches[index];
            let length = last - first;
            kept.resize_with(length.max(kept.len()), Vec::new);
            let mut scores = vec![[0.0; LABELS]; length];
            for at in 0..length {
                kept[at].clear();
                for &feature in data.of(first + at) {
                    if dice.roll(65536) >= threshold {
                        kept[at].push(feature);
                        for (score, weight) in scores[at].iter_mut().zip(&self.weights[feature as usize]) {
                            *score += weight;
                        }
                    }
                }
            }
            let allowed = &data.allowed[first..last];
            let free = self.expect(&scores, &vec![ANY; length]);
            let bound = self.expect(&scores, allowed);
            loss += free.total - bound.total;
            for (at, kept) in kept.iter().enumerate().take(length) {
                let mut gradient = [0.0; LABELS];
                for (slope, (free, bound)) in
                    gradient.iter_mut().zip(free.labels[at].iter().zip(&bound.labels[at]))
                {
                    *slope = free - bound;
                }
                if gradient.iter().all(|g| g.abs() < 1e-4) {
                    continue;
                }
                for &feature in kept {
                    let weights = &mut self.weights[feature as usize];
                    let squares = &mut self.squares[feature as usize];
                    for label in 0..LABELS {
                        let g = gradient[label];
                        squares[label] += g * g;
                        weights[label] -= rate * g / (squares[label].sqrt() + 0.1);
                    }
                }
            }
            for before in 0..LABELS {
                for label in 0..LABELS {
                    let g = free.moves[before][label] - bound.moves[before][label];
                    if g != 0.0 {
                        self.move_squares[before][label] += g * g;
                        self.moves[before][label] -=
                            rate * g / (self.move_squares[before][label].sqrt() + 0.1);
                    }
                }
            }
        }
        loss / data.stretches.len() as f32
    }

    /// Adds the weights of this round to the mean.
    pub fn keep(&mut self) {
        self.rounds += 1.0;
        for (sum, weight) in self.sums.as_flattened_mut().iter_mut().zip(self.weights.as_flattened()) {
            *sum += weight;
        }
    }

    /// Takes the mean.
    pub fn settle(&mut self) {
        let rounds = self.rounds.max(1.0);
        for (weight, sum) in self.weights.as_flattened_mut().iter_mut().zip(self.sums.as_flattened()) {
            *weight = sum / rounds;
        }
    }

    /// The probability of each label and each transition among the labellings that `allowed` admits.
    fn expect(&self, scores: &[Row], allowed: &[u16]) -> Expected {
        let length = scores.len();
        let mut moves = [[0.0f32; LABELS]; LABELS];
        for (before, row) in moves.iter_mut().enumerate() {
            for (label, to) in row.iter_mut().enumerate() {
                *to = if follows(before, label) { self.moves[before][label].exp() } else { 0.0 };
            }
        }
        let mut emit = vec![[0.0f32; LABELS]; length];
        let mut shift = 0.0;
        for at in 0..length {
            let top = scores[at].iter().copied().fold(f32::MIN, f32::max);
            shift += top;
            for label in 0..LABELS {
                if allowed[at] & 1 << label != 0 {
                    emit[at][label] = (scores[at][label] - top).max(-60.0).exp();
                }
            }
        }
        let mut forward = vec![[0.0f32; LABELS]; length];
        let mut before = [0.0f32; LABELS];
        before[0] = 1.0;
        let mut total = shift;
        for at in 0..length {
            let mut sum = 0.0;
            for label in 0..LABELS {
                let mut reach = 0.0;
                for from in 0..LABELS {
                    reach += before[from] * moves[from][label];
                }
                forward[at][label] = reach * emit[at][label];
                sum += forward[at][label];
            }
            let sum = f32::max(sum, 1e-30);
            forward[at].iter_mut().for_each(|f| *f /= sum);
            total += sum.ln();
            before = forward[at];
        }
        let mut backward = [0.0f32; LABELS];
        for (label, b) in backward.iter_mut().enumerate() {
            *b = if closes(label) { 1.0 } else { 0.0 };
        }
        let ends: f32 = (0..LABELS).map(|l| before[l] * backward[l]).sum::<f32>().max(1e-30);
        total += ends.ln();
        let mut labels = vec![[0.0f32; LABELS]; length];
        let mut expected = [[0.0f32; LABELS]; LABELS];
        for at in (0..length).rev() {
            let norm: f32 = (0..LABELS).map(|l| forward[at][l] * backward[l]).sum::<f32>().max(1e-30);
            for label in 0..LABELS {
                labels[at][label] = forward[at][label] * backward[label] / norm;
            }
            let previous = if at > 0 {
                forward[at - 1]
            } else {
                let mut start = [0.0; LABELS];
                start[0] = 1.0;
                start
            };
            let mut next = [0.0f32; LABELS];
            let mut mass = 0.0;
            let mut pairs = [[0.0f32; LABELS]; LABELS];
            for from in 0..LABELS {
                for label in 0..LABELS {
                    let pair = moves[from][label] * emit[at][label] * backward[label];
                    next[from] += pair;
                    pairs[from][label] = previous[from] * pair;
                    mass += pairs[from][label];
                }
            }
            let mass = f32::max(mass, 1e-30);
            for from in 0..LABELS {
                for label in 0..LABELS {
                    expected[from][label] += pairs[from][label] / mass;
                }
            }
            let top = next.iter().copied().fold(1e-30, f32::max);
            backward = next.map(|n| n / top);
        }
        Expected { total, labels, moves: expected }
    }

    /// Makes a one-word person `amount` less likely: the reader finds surnames that stand alone by the full
    /// name elsewhere in the article, so the tagger can wait for good evidence.
    pub fn shy(&mut self, data: &Data, amount: f32) {
        const PERSON_UNIT: usize = 4;
        let bias = (0..data.counts.len()).max_by_key(|&f| (data.counts[f], std::cmp::Reverse(f)));
        if let Some(bias) = bias {
            self.weights[bias][PERSON_UNIT] -= amount;
        }
    }

    /// The file: transitions, then the features with the highest weights in buckets of four rows.
    pub fn pack(&self, data: &Data) -> Vec<u8> {
        let unit = 127.0 / FULL;
        let mut bytes = Vec::new();
        for (before, row) in self.moves.iter().enumerate() {
            for (label, weight) in row.iter().enumerate() {
                let legal = follows(before, label) || opens(label) && closes(before);
                bytes.extend(((if legal { weight * unit } else { 0.0 }) as i16).to_le_bytes());
            }
        }
        let mut order: Vec<(u32, usize)> = self
            .weights
            .iter()
            .enumerate()
            .map(|(number, row)| {
                let mean = row.iter().sum::<f32>() / LABELS as f32;
                let norm = row.iter().map(|w| (w - mean) * (w - mean)).sum::<f32>();
                ((norm * (data.counts[number] as f32).sqrt() * 1000.0) as u32, number)
            })
            .collect();
        order.sort_by_key(|&(weight, number)| (std::cmp::Reverse(weight), data.names[number]));
        let mut buckets = vec![[[0u8; 16]; 4]; BUCKETS];
        let mut used = vec![0usize; BUCKETS];
        let (mut stored, mut lost) = (0, 0);
        for (weight, number) in order {
            let (bucket, mark) = slot(data.names[number], BUCKETS);
            if weight == 0 || used[bucket] == 4 {
                lost += 1;
                continue;
            }
            let row = &mut buckets[bucket][used[bucket]];
            for (to, weight) in row.iter_mut().zip(&self.weights[number]) {
                *to = (weight * unit).round().clamp(-127.0, 127.0) as i8 as u8;
            }
            row[14..].copy_from_slice(&mark);
            used[bucket] += 1;
            stored += 1;
        }
        println!("{stored} features stored, {lost} left out");
        bytes.extend(buckets.as_flattened().as_flattened());
        bytes
    }
}

struct Expected {
    total: f32,
    labels: Vec<Row>,
    moves: [Row; LABELS],
}
