#include "gui/charts/ticks.hpp"

#include "core/units/bytes.hpp"
#include "gui/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>

namespace firn::gui {

namespace {

constexpr double kSlack = 1e-9;

int at_least_one(int most) { return most < 1 ? 1 : most; }

/// The smallest of 1, 2 and 5 with zeros that cuts the range into at most so many.
double number_step(double range, int most) {
    const double rough = range / at_least_one(most);
    if (rough <= 0) return 1;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1 - kSlack)) return factor * power;
    }
    return 10 * power;
}

QString number_text(double value, double step) {
    const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - kSlack));
    const QString text = QString::number(value == 0 ? 0.0 : value, 'f', decimals);
    return localised(text.toStdString());
}

std::vector<Tick> stepped(double from, double to, double step, const std::function<QString(double)>& label) {
    std::vector<Tick> ticks;
    for (double i = std::ceil(from / step - kSlack); i * step <= to + step * kSlack; ++i)
        ticks.push_back({i * step, label(i * step)});
    return ticks;
}

struct Unit {
    double size;
    const char* name;
};

constexpr std::array<Unit, 6> kByteUnits{
    {{1, "B"}, {1e3, "kB"}, {1e6, "MB"}, {1e9, "GB"}, {1e12, "TB"}, {1e15, "PB"}}};
constexpr std::array<Unit, 4> kTimeUnits{{{1, "s"}, {60, "min"}, {3600, "h"}, {86400, "days"}}};
constexpr std::array kTimeSteps{1.0,   2.0,   5.0,    10.0,   15.0,   30.0,    60.0,    120.0,   300.0,
                                600.0, 900.0, 1800.0, 3600.0, 7200.0, 10800.0, 21600.0, 43200.0, 86400.0};

/// The largest unit of which the value holds one.
Unit unit_for(std::span<const Unit> units, double value) {
    Unit chosen = units.front();
    for (const Unit& unit : units) {
        if (value >= unit.size) chosen = unit;
    }
    return chosen;
}

double duration_step(double range, int most) {
    for (const double step : kTimeSteps) {
        if (range / step <= most) return range < 2 ? number_step(range, most) : step;
    }
    return number_step(range / 86400, most) * 86400;
}

std::chrono::year_month plus(std::chrono::year_month month, int n) { return month + std::chrono::months{n}; }

QString month_name(std::chrono::year_month month) { return from_utf8(to_text(BillingPeriod{month})); }

/// Months between labels: quarters and whole years rather than thirds.
int month_step(double range, int most) {
    for (const int step : {1, 2, 3, 6, 12, 24, 60, 120}) {
        if (range / step <= most) return step;
    }
    return 240;
}

bool falls_on_step(std::chrono::year_month month, int step) {
    const int count =
        static_cast<int>(month.year()) * 12 + static_cast<int>(static_cast<unsigned>(month.month())) - 1;
    return count % step == 0;
}

double seconds_of(Duration duration) { return std::chrono::duration<double>(duration).count(); }

std::vector<Tick> calendar_months(Instant start, double from, double to, int most) {
    constexpr double kMonth = 30.4 * 86400;
    const int step = month_step((to - from) / kMonth, most);
    std::vector<Tick> ticks;
    BillingPeriod month =
        BillingPeriod::containing(start + std::chrono::seconds{static_cast<std::int64_t>(from)});
    for (; seconds_of(month.begin() - start) <= to; month = month.next()) {
        const double at = seconds_of(month.begin() - start);
        if (at < from || !falls_on_step(month.month(), step)) continue;
        ticks.push_back({at, step % 12 == 0 ? month_name(month.month()).left(4) : month_name(month.month())});
    }
    return ticks;
}

/// Whole days as "03-05", and what lies between as hours.
QString moment_text(Instant moment) {
    const std::string text = to_text(moment);
    const bool is_midnight = text.substr(11, 5) == "00:00";
    return from_utf8(is_midnight ? text.substr(5, 5) : text.substr(11, 5));
}

std::vector<Tick> days_and_hours(Instant start, double from, double to, int most) {
    double step = 86400 * 7;
    for (const double candidate :
         {60.0, 300.0, 900.0, 3600.0, 10800.0, 21600.0, 43200.0, 86400.0, 172800.0}) {
        if ((to - from) / candidate <= most) {
            step = candidate;
            break;
        }
    }
    const double offset = std::fmod(seconds_of(start.time_since_epoch()), step);
    std::vector<Tick> ticks = stepped(from + offset, to + offset, step, [&](double at) {
        return moment_text(start + std::chrono::seconds{std::llround(at - offset)});
    });
    for (Tick& tick : ticks)
        tick.at -= offset;
    return ticks;
}

/// Broken at the blank that is nearest to the middle.
QString in_two_lines(const QString& text) {
    constexpr qsizetype kShort = 12;
    qsizetype best = -1;
    for (qsizetype at = text.indexOf(QLatin1Char{' '}); at >= 0;
         at = text.indexOf(QLatin1Char{' '}, at + 1)) {
        if (best < 0 || std::abs(2 * at - text.size()) < std::abs(2 * best - text.size())) best = at;
    }
    if (best < 0 || text.size() <= kShort) return text;
    QString broken = text;
    return broken.replace(best, 1, QLatin1Char{'\n'});
}

}  // namespace

std::vector<Tick> number_ticks(double from, double to, int most) {
    const double step = number_step(to - from, most);
    return stepped(from, to, step, [step](double value) { return number_text(value, step); });
}

std::vector<Tick> count_ticks(double from, double to, int most) {
    const double step = std::max(1.0, number_step(to - from, most));
    return stepped(from, to, step, [step](double value) { return number_text(value, step); });
}

std::vector<Tick> byte_ticks(double from, double to, int most) {
    const Unit unit = unit_for(kByteUnits, to);
    const double step = std::max(1.0, number_step((to - from) / unit.size, most) * unit.size);
    return stepped(from, to, step, [=](double value) {
        return number_text(value / unit.size, step / unit.size) + QChar::Nbsp + QLatin1String{unit.name};
    });
}

std::vector<Tick> duration_ticks(double from, double to, int most) {
    const double step = duration_step(to - from, most);
    const Unit unit = unit_for(kTimeUnits, step);
    return stepped(from, to, step, [=](double value) {
        return number_text(value / unit.size, step / unit.size) + QChar::Nbsp + QLatin1String{unit.name};
    });
}

std::vector<Tick> doubling_ticks(double from, double to, int most) {
    double step = 1;
    while ((to - from) / step > most)
        step *= 2;
    return stepped(from, to, step, [](double log) {
        return from_utf8(to_text(Bytes{std::int64_t{1} << static_cast<int>(log)}));
    });
}

TickMaker name_ticks(std::vector<QString> names) {
    for (QString& name : names)
        name = in_two_lines(shortened(name));
    return [names = std::move(names)](double from, double to, int /*most*/) {
        std::vector<Tick> ticks;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto at = static_cast<double>(i);
            if (from <= at && at <= to) ticks.push_back({at, names[i]});
        }
        return ticks;
    };
}

std::vector<Tick> log_ticks(double from, double to, int most) {
    const bool are_powers_enough = (to - from) * 3 > most;
    std::vector<Tick> ticks;
    for (double power = std::floor(from); power <= to; ++power) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double at = power + std::log10(factor);
            if (at < from || at > to || (are_powers_enough && factor > 1)) continue;
            ticks.push_back({at, number_text(factor * std::pow(10.0, power), std::pow(10.0, power))});
        }
    }
    return ticks;
}

TickMaker month_ticks(BillingPeriod first) {
    return [first](double from, double to, int most) {
        const int step = month_step(to - from, most);
        std::vector<Tick> ticks;
        for (int i = static_cast<int>(std::ceil(from)); i <= static_cast<int>(std::floor(to)); ++i) {
            if (falls_on_step(plus(first.month(), i), step))
                ticks.push_back({static_cast<double>(i), month_name(plus(first.month(), i))});
        }
        return ticks;
    };
}

TickMaker time_ticks(Instant start) {
    return [start](double from, double to, int most) {
        constexpr double kManyDays = 60 * 86400;
        return to - from > kManyDays ? calendar_months(start, from, to, most)
                                     : days_and_hours(start, from, to, most);
    };
}

}  // namespace firn::gui
