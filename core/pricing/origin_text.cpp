#include "core/pricing/origin_text.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/usage/stored_amount.hpp"

#include <fmt/format.h>

#include <chrono>

namespace firn::pricing {

using firn::to_text;
using usage::to_text;

namespace {

std::string byte_hours_text(const Rational& byte_hours, const StorageTerms& terms) {
    return fmt::format("{} byte-hours / {} bytes a GB / {} hours of {} = {} GB-Mo", grouped(byte_hours, 3),
                       grouped(Rational{terms.gb.count()}), terms.month.hours(), to_text(terms.month),
                       grouped(terms.data));
}

struct AmountText {
    const StorageTerms& terms;

    std::string operator()(const usage::AverageBytes& average) const {
        return fmt::format("{} GB on average over the {} hours of {} = {} GB-Mo",
                           grouped(Rational{average.bytes / terms.gb.count()}), terms.month.hours(),
                           to_text(terms.month), grouped(terms.data));
    }
    std::string operator()(const usage::BytesFor& limited) const {
        const Rational hours{limited.duration.count(),
                             std::chrono::microseconds{std::chrono::hours{1}}.count()};
        return fmt::format("{} GB for {} ({} of the {} hours of {}) = {} GB-Mo",
                           grouped(Rational{limited.bytes / terms.gb.count()}), to_text(limited.duration),
                           grouped(hours), terms.month.hours(), to_text(terms.month), grouped(terms.data));
    }
    std::string operator()(const usage::ByteHours& metered) const {
        return byte_hours_text(metered.byte_hours, terms);
    }
    std::string operator()(const ByteTime& counted) const {
        return byte_hours_text(counted.byte_hours(), terms);
    }
};

std::string overhead_text(const usage::Storage& storage, const StorageTerms& terms) {
    const auto archive_hours = usage::archive_hours(storage, terms.month);
    if (!archive_hours) return " No number of archives is given: no overhead.";
    const bool decimal = terms.overhead_unit == usage::OverheadUnit::decimal;
    return fmt::format(" Overhead of {} archives (mean of the month), {}{} each: {} GB-Mo.",
                       grouped(Rational{*archive_hours / terms.month.hours()}, 2),
                       to_text(terms.overhead_of_archive), decimal ? " taken as decimal KB" : "",
                       grouped(terms.overhead));
}

std::string deleted_text(const usage::Deletion& deletion, const DeletionTerms& terms) {
    const std::string age =
        deletion.stored_for.count() == 0 ? "at once" : "at the age of " + to_text(deletion.stored_for);
    if (!deletion.archives) return fmt::format("{} GB deleted {}", grouped(terms.gb), age);
    return fmt::format("{} GB (with the overhead of {} archives) deleted {}", grouped(terms.gb),
                       grouped(Rational{*deletion.archives}), age);
}

std::string owed_text(const usage::Deletion& deletion, const DeletionTerms& terms) {
    if (terms.rules.early_deletion_steps == usage::EarlyDeletionSteps::months)
        return fmt::format("counted in whole months of 30 days, {} are owed", grouped(terms.months));
    const bool real = terms.rules.early_deletion_month == usage::EarlyDeletionMonth::real;
    const std::string month =
        real ? fmt::format("the {} hours of {}", terms.month.hours(), to_text(terms.month))
             : std::string{"30 days"};
    return fmt::format("{} are missing to {}, {} months of {}",
                       to_text(Duration{terms.terms.minimum_duration - deletion.stored_for}),
                       to_text(terms.terms.minimum_duration), grouped(terms.months), month);
}

}  // namespace

std::string storage_origin(const usage::Storage& storage, const StorageTerms& terms) {
    return std::visit(AmountText{terms}, storage.amount) + "." + overhead_text(storage, terms);
}

std::string upload_origin(const usage::Upload& upload, const Rational& requests) {
    const std::string parts =
        upload.part_size ? fmt::format(", in parts of {}", to_text(*upload.part_size)) : "";
    return fmt::format("{} archives, {} in all{}: {} upload requests, one a part.",
                       grouped(Rational{upload.archives}), to_text(upload.bytes), parts, grouped(requests));
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
