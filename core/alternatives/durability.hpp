#pragma once

namespace firn::alternatives {

// How likely it is to lose what is stored, under failures that are independent and of a constant rate. These
// are chances, not money: floating-point numbers. Their limits (ageing, common causes) stand in
// docs/alternatives.md.

/// Units of which some may fail at once, and how they are repaired.
struct RepairedGroup {
    int units = 1;
    int tolerated = 0;             ///< so many may have failed without loss
    double failure_rate = 0;       ///< of one unit, an hour
    double repair_rate = 0;        ///< of one repair, an hour
    bool parallel_repair = false;  ///< every failed unit is under repair at once
};

/// Mean hours until more than `tolerated` units have failed: the birth-death chain D0 = 1 / (n L),
/// Di = (1 + Mi D(i-1)) / ((n - i) L).
[[nodiscard]] double mean_hours_to_loss(const RepairedGroup& group);

/// 1 - exp(-8760 / hours).
[[nodiscard]] double yearly_loss_of(double mean_hours_to_loss);

/// An erasure code that is whole again at the begin of each window.
struct WindowedCode {
    int data = 1;
    int parity = 0;
    double yearly_failures = 0;  ///< of one unit
    double window_days = 1;
};

/// The chance that more than `parity` of the units fail within one window.
[[nodiscard]] double window_loss(const WindowedCode& code);

/// 1 - (1 - window_loss)^(365 / days).
[[nodiscard]] double yearly_loss_of(const WindowedCode& code);

/// Copies on a shelf that are looked at every `check_years`: all of them fail between two checks.
[[nodiscard]] double shelf_loss(int copies, double yearly_failures, double check_years);

/// The chance that a full read of so many bytes meets an unreadable bit: 1 - (1 - rate)^(8 bytes).
[[nodiscard]] double unreadable_read(double bytes, double bit_error_rate);

}  // namespace firn::alternatives
