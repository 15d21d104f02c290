#include "core/usage/check.hpp"

#include "core/storage/multipart.hpp"
#include "core/usage/restored_copies.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace firn::usage {

using firn::to_text;

namespace {

/// Days of a mean of so many microseconds in all.
Rational days(UInt128 microseconds, const Rational& count) {
    constexpr std::int64_t kDay = 86'400'000'000;
    return Rational{Rational{to_integer(microseconds)} / count / kDay};
}

/// One month's findings as they come in.
class Checker {
  public:
    explicit Checker(BillingPeriod month) : month_{month} {}

    void check(const Storage& storage);
    void check(const Upload& upload);
    void check(const Retrieval& retrieval);
    void check(const Copy& copy);
    void check(const Deletion& deletion);
    void check(const Capacity& capacity) { check_instant(capacity.bought, capacity.where, "the purchase"); }
    void check(const Staging& staging) { check_duration(staging.duration, staging.where); }

    [[nodiscard]] Diagnostics take() && { return std::move(diagnostics_); }

  private:
    void check_duration(Duration duration, const SourceLocation& where);
    void check_ages(const SummedAges& ages, const Deletion& deletion);
    void check_instant(Instant instant, const SourceLocation& where, std::string_view what);
    void report(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }

    BillingPeriod month_;
    Diagnostics diagnostics_;
};

void Checker::check_duration(Duration duration, const SourceLocation& where) {
    if (duration <= month_.length()) return;
    report({.code = "duration-too-long",
            .where = where,
            .what = fmt::format("{} is longer than the month {}", to_text(duration), to_text(month_)),
            .expected = fmt::format("at most {} days", month_.days()),
            .remedy = "give the rest to a period of the following month"});
}

void Checker::check_instant(Instant instant, const SourceLocation& where, std::string_view what) {
    if (month_.contains(instant)) return;
    report({.code = "time-outside-month",
            .where = where,
            .what = fmt::format("{} at {} is not in the month {}", what, to_text(instant), to_text(month_)),
            .expected = fmt::format("an instant from {} on and before {}", to_text(month_.begin()),
                                    to_text(month_.end())),
            .remedy = fmt::format("move the entry to the period of {}",
                                  to_text(BillingPeriod::containing(instant)))});
}

void Checker::check(const Storage& storage) {
    if (const auto* limited = std::get_if<BytesFor>(&storage.amount)) {
        check_duration(limited->duration, storage.where);
    }
    const auto* size = std::get_if<ArchiveSize>(&storage.archives);
    if (size == nullptr || size->bytes > 0) return;
    report({.code = "archive-size-zero",
            .where = storage.where,
            .what = "archives of no size never hold the bytes",
            .expected = "an archive_size above zero",
            .remedy = "give the number of archives instead: archives: 1000"});
}

void Checker::check(const Upload& upload) {
    if (upload.archives == 0 && upload.bytes > Bytes{}) {
        return report({.code = "archives-missing",
                       .where = upload.where,
                       .what = fmt::format("{} are sent in no archive", to_text(upload.bytes)),
                       .expected = "at least one archive"});
    }
    if (upload.part_size && (*upload.part_size == Bytes{} || *upload.part_size > storage::kLargestS3Part)) {
        report({.code = "part-size-out-of-range",
                .where = upload.where,
                .what = fmt::format("parts of {} cannot be sent", to_text(*upload.part_size)),
                .expected = fmt::format("vaults: 1 MiB times a power of two, up to {}; S3: {} to {}",
                                        to_text(storage::kLargestPart), to_text(storage::kSmallestS3Part),
                                        to_text(storage::kLargestS3Part))});
    }
    if (upload.archives == 0) return;
    const Bytes largest{(upload.bytes.count() - 1) / upload.archives + 1};
    if (largest <= storage::kLargestArchive) return;
    report({.code = "archive-too-large",
            .where = upload.where,
            .what = fmt::format("archives of {} are larger than the service takes", to_text(largest)),
            .expected = fmt::format("archives up to {}", to_text(storage::kLargestArchive)),
            .remedy = "spread the bytes over more archives"});
}

void Checker::check(const Retrieval& retrieval) {
    if (retrieval.copy_days && (*retrieval.copy_days < 1 || *retrieval.copy_days > kMostCopyDays)) {
        report({.code = "copy-days-out-of-range",
                .where = retrieval.where,
                .what = fmt::format("a restored copy cannot lie there for {} days", *retrieval.copy_days),
                .expected = fmt::format("1 to {} days", kMostCopyDays)});
    }
    if (const auto* job = std::get_if<AtOnce>(&retrieval.time)) {
        return check_instant(job->instant, retrieval.where, "a retrieval");
    }
    const auto* spread = std::get_if<OverHours>(&retrieval.time);
    if (spread == nullptr) return;
    check_instant(spread->from, retrieval.where, "a retrieval");
    if (1 <= spread->hours && spread->hours <= month_.hours()) return;
    report({.code = "hours-out-of-range",
            .where = retrieval.where,
            .what = fmt::format("a retrieval cannot be spread over {} hours of {}", spread->hours,
                                to_text(month_)),
            .expected = fmt::format("1 to {} hours", month_.hours())});
}

void Checker::check(const Copy& copy) {
    check_instant(copy.from, copy.where, "a copy");
    if (copy.from <= copy.until && copy.until <= month_.end()) return;
    report({.code = "copy-ends-outside",
            .where = copy.where,
            .what = fmt::format("a copy that begins at {} cannot end at {}", to_text(copy.from),
                                to_text(copy.until)),
            .expected = fmt::format("until: after from, at most {}", to_text(month_.end())),
            .remedy = "give what lies there longer to a period of the following month"});
}

void Checker::check(const Deletion& deletion) {
    if (deletion.at) check_instant(*deletion.at, deletion.where, "a deletion");
    if (deletion.summed) check_ages(*deletion.summed, deletion);
}

/// Sums of which the archives could not be: of none, or of archives that are not in the same span of 30 days.
void Checker::check_ages(const SummedAges& ages, const Deletion& deletion) {
    const bool has_archives = deletion.archives.value_or(0) > 0 && deletion.bytes > 0;
    if (!has_archives) {
        return report({.code = "ages-contradict",
                       .where = deletion.where,
                       .what = fmt::format("ages are summed up of {} archives with {} bytes",
                                           deletion.archives.value_or(0), format_decimal(deletion.bytes)),
                       .expected = "at least one archive of at least one byte",
                       .remedy = "leave the entry out where nothing is deleted"});
    }
    const Rational of_bytes = days(ages.bytes.byte_microseconds(), deletion.bytes);
    const Rational of_archives = days(ages.archive_microseconds, Rational{*deletion.archives});
    constexpr int kSpan = 30;
    if (floor_of(Rational{of_bytes / kSpan}) == floor_of(Rational{of_archives / kSpan})) return;
    report({.code = "ages-contradict",
            .where = deletion.where,
            .what = fmt::format("by byte_microseconds the archives are {} days old in the mean, by "
                                "archive_microseconds {}",
                                format_decimal(of_bytes, 2), format_decimal(of_archives, 2)),
            .expected = "archives of as many whole spans of 30 days, so that both means lie in the same one",
            .remedy = "give archives of other ages an entry of their own"});
}

template <class Entries>
void check_all(Checker& checker, const Entries& entries) {
    for (const auto& entry : entries)
        checker.check(entry);
}

}  // namespace

Diagnostics check(const Period& period) {
    Checker checker{period.month};
    check_all(checker, period.storage);
    check_all(checker, period.uploads);
    check_all(checker, period.retrievals);
    check_all(checker, period.copies);
    check_all(checker, period.deletions);
    check_all(checker, period.capacity);
    check_all(checker, period.staging);
    return std::move(checker).take();
}

Diagnostics check(const Usage& usage) {
    Diagnostics diagnostics;
    std::map<BillingPeriod, const Period*> seen;
    for (const Period& period : usage.periods) {
        append(diagnostics, check(period));
        const auto [first, is_new] = seen.try_emplace(period.month, &period);
        if (is_new) continue;
        diagnostics.push_back({.code = "month-repeated",
                               .where = period.where,
                               .what = fmt::format("the month {} stands here twice, first in line {}",
                                                   to_text(period.month), first->second->where.line),
                               .remedy = "put all entries of a month into one period: they add up"});
    }
    return diagnostics;
}

}  // namespace firn::usage
