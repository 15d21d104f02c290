#include "core/pricing/origin_text.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/pricing/capacity.hpp"
#include "core/usage/stored_amount.hpp"

#include <fmt/format.h>

#include <chrono>
#include <string_view>

namespace firn::pricing {

using firn::to_text;
using usage::to_text;

namespace {

std::string byte_hours_text(const Rational& byte_hours, const StoredQuantity& terms) {
    return fmt::format("{} byte-hours / {} bytes a GB / {} hours of {} = {} GB-Mo", grouped(byte_hours, 3),
                       grouped(Rational{terms.gb.count()}), grouped(terms.hours), to_text(terms.month),
                       grouped(terms.data));
}

struct AmountText {
    const StoredQuantity& terms;

    std::string operator()(const usage::AverageBytes& average) const {
        const Rational real{terms.month.hours()};
        const std::string over = terms.hours == real ? "" : fmt::format(" / {} hours", grouped(terms.hours));
        return fmt::format("{} GB on average over the {} hours of {}{} = {} GB-Mo",
                           grouped(Rational{average.bytes / terms.gb.count()}), grouped(real),
                           to_text(terms.month), over, grouped(terms.data));
    }
    std::string operator()(const usage::BytesFor& limited) const {
        const Rational hours{limited.duration.count(),
                             std::chrono::microseconds{std::chrono::hours{1}}.count()};
        return fmt::format("{} GB for {} ({} of the {} hours of {}) = {} GB-Mo",
                           grouped(Rational{limited.bytes / terms.gb.count()}), to_text(limited.duration),
                           grouped(hours), grouped(terms.hours), to_text(terms.month), grouped(terms.data));
    }
    std::string operator()(const usage::ByteHours& metered) const {
        return byte_hours_text(metered.byte_hours, terms);
    }
    std::string operator()(const ByteTime& counted) const {
        return byte_hours_text(counted.byte_hours(), terms);
    }
};

/// What a line of storage says of its archives beside their bytes.
std::string archives_text(const StoredQuantity& stored) {
    const ClassTerms& terms = stored.terms;
    const bool needs_archives = terms.overhead > Bytes{} || terms.minimum_size > Bytes{};
    if (!stored.archives) return needs_archives ? " No number of archives is given: no overhead." : "";
    std::string text;
    if (stored.padding > 0) {
        text += fmt::format(" Padded to {} for each of {}: {} GB-Mo more.", to_text(terms.minimum_size),
                            counted(*stored.archives, "archive", "archives", 2), grouped(stored.padding));
    }
    if (stored.overhead > 0) {
        text +=
            " " + overhead_origin(*stored.archives, terms.overhead, stored.overhead, stored.overhead_unit);
    }
    return text;
}

std::string_view ended_text(usage::DeletionCause cause) {
    switch (cause) {
        case usage::DeletionCause::deletion:
            return "deleted";
        case usage::DeletionCause::overwrite:
            return "overwritten";
        case usage::DeletionCause::transition:
            return "moved to another class";
    }
    return {};
}

std::string deleted_text(const usage::Deletion& deletion, const DeletionTerms& terms) {
    const std::string_view of = deletion.summed ? "at the mean age of " : "at the age of ";
    const std::string age =
        deletion.stored_for.count() == 0 ? "at once" : fmt::format("{}{}", of, to_text(deletion.stored_for));
    const std::string_view ended = ended_text(deletion.cause);
    if (!deletion.archives) return fmt::format("{} GB {} {}", grouped(terms.gb), ended, age);
    return fmt::format("{} GB (with the overhead of {}) {} {}", grouped(terms.gb),
                       counted(Rational{*deletion.archives}, "archive", "archives"), ended, age);
}

std::string owed_text(const usage::Deletion& deletion, const DeletionTerms& terms) {
    if (terms.rules.early_deletion_steps == usage::EarlyDeletionSteps::months)
        return fmt::format("counted in whole months of 30 days, {} are owed", grouped(terms.months));
    const bool real = terms.rules.early_deletion_month == usage::EarlyDeletionMonth::real;
    const std::string month =
        real ? fmt::format("the {} hours of {}", terms.month.hours(), to_text(terms.month))
             : std::string{"30 days"};
    if (deletion.summed)
        return fmt::format("to {} a GB lacks {} of {} in the mean", to_text(terms.terms.minimum_duration),
                           counted(terms.months, "month", "months"), month);
    return fmt::format("{} are missing to {}, {} of {}",
                       to_text(Duration{terms.terms.minimum_duration - deletion.stored_for}),
                       to_text(terms.terms.minimum_duration), counted(terms.months, "month", "months"),
                       month);
}

}  // namespace

std::string storage_origin(const usage::Storage& storage, const StoredQuantity& stored) {
    return std::visit(AmountText{stored}, storage.amount) + "." + archives_text(stored);
}

std::string overhead_origin(const Rational& archives, Bytes each, const Rational& gb_months,
                            usage::OverheadUnit unit) {
    return fmt::format("Overhead of {} (mean of the month), {}{} each: {} GB-Mo.",
                       counted(archives, "archive", "archives", 2), to_text(each),
                       unit == usage::OverheadUnit::decimal ? " taken as decimal KB" : "",
                       grouped(gb_months));
}

std::string upload_origin(const usage::Upload& upload, const UploadRequests& requests) {
    std::string parts;
    if (requests.part_size) {
        parts = fmt::format(", in parts of {}", to_text(*requests.part_size));
        if (upload.part_size && *upload.part_size != *requests.part_size)
            parts += fmt::format(" (what the service takes nearest above {})", to_text(*upload.part_size));
    }
    const std::string_view each = requests.kind == "upload" ? ", one a part" : "";
    return fmt::format("{}, {} in all{}: {} {} request{}{}.",
                       counted(Rational{upload.archives}, "archive", "archives"), to_text(upload.bytes),
                       parts, grouped(Rational{requests.count}), requests.kind,
                       requests.count == 1 ? "" : "s", each);
}

std::string capacity_origin(const usage::Capacity& capacity) {
    return fmt::format(
        "{} {} bought at {}, at hand until {}: one month to the second, or the month's last day.",
        capacity.units, capacity.units == 1 ? "unit" : "units", to_text(capacity.bought),
        to_text(end_of_capacity(capacity.bought)));
}

std::string deletion_origin(const usage::Deletion& deletion, const DeletionTerms& terms) {
    if (terms.months == 0) {
        return fmt::format("{}: the minimum of {} is reached, nothing is owed.",
                           deleted_text(deletion, terms), to_text(terms.terms.minimum_duration));
    }
    return fmt::format("{}: {}; {} GB-Mo are owed.", deleted_text(deletion, terms),
                       owed_text(deletion, terms), grouped(Rational{terms.gb * terms.months}));
}

}  // namespace firn::pricing
