#pragma once

#include "core/units/billing_period.hpp"
#include "core/units/time.hpp"

#include <QString>

#include <functional>
#include <vector>

namespace firn::gui {

/// A mark of an axis with its label, which may be empty.
struct Tick {
    double at = 0;
    QString label;
};

/// The ticks of an axis that shows the values from `from` to `to`, at most `most` with a label.
using TickMaker = std::function<std::vector<Tick>(double from, double to, int most)>;

// Steps are those that people count in: 1, 2 and 5 with zeros, whole months, quarter hours, doublings.

/// Numbers as they are: 0, 500, 1,000.
[[nodiscard]] std::vector<Tick> number_ticks(double from, double to, int most);
/// Whole numbers: 0, 1, 2.
[[nodiscard]] std::vector<Tick> count_ticks(double from, double to, int most);
/// The axis counts bytes: "0 B", "500 MB", "1,000 MB".
[[nodiscard]] std::vector<Tick> byte_ticks(double from, double to, int most);
/// The axis counts seconds: "0 s", "15 min", "2 h".
[[nodiscard]] std::vector<Tick> duration_ticks(double from, double to, int most);
/// The axis is the binary logarithm of bytes: "1 MiB", "4 MiB", "16 MiB".
[[nodiscard]] std::vector<Tick> doubling_ticks(double from, double to, int most);
/// The axis counts things, each around its whole number, the first of which is 0; every one has a label,
/// broken into two lines where it has blanks.
[[nodiscard]] TickMaker name_ticks(std::vector<QString> names);
/// The axis is the decimal logarithm of numbers: "0.5", "1", "2", "5", "10", "20".
[[nodiscard]] std::vector<Tick> log_ticks(double from, double to, int most);
/// The axis counts months, each around its whole number, the first of which is 0.
[[nodiscard]] TickMaker month_ticks(BillingPeriod first);
/// The axis counts seconds since an instant: years, months, days, hours, UTC.
[[nodiscard]] TickMaker time_ticks(Instant start);

}  // namespace firn::gui
