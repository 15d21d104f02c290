#include "core/planner/move_usage.hpp"

#include "core/backup/ordered_files.hpp"
#include "core/pricing/upload_requests.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace firn::planner {

namespace {

usage::Usage one_month(const MoveWish& wish, const pricing::PriceBook& book) {
    usage::Usage usage{.price_book = book.name, .region = book.region};
    usage.periods.push_back({.month = wish.month});
    return usage;
}

usage::Storage stored(const std::string& storage_class, usage::StoredAmount amount, std::int64_t archives) {
    return {.storage_class = storage_class, .amount = amount, .archives = usage::ArchiveCount{archives}};
}

/// Objects of different ranges are stated apart: a class may bill small ones as larger than they are.
void add_average(std::vector<usage::Storage>& storage, const std::string& storage_class,
                 const MoveStock& stock) {
    for (const SizeRange& range : stock.ranges) {
        if (range.objects > 0)
            storage.push_back(
                stored(storage_class, usage::AverageBytes{Rational{range.bytes.count()}}, range.objects));
    }
}

Bytes archive_bytes(const Placement& placement, const MoveWish& wish) {
    return all_of(placement.bundled).tar +
           Bytes{static_cast<std::int64_t>(backup::kTarEnd)} * archives_of(placement, wish);
}

const pricing::Tariff* retrieval_tariff(const pricing::PriceBook& book, const std::string& storage_class) {
    const auto of_class = [&](const pricing::Tariff& tariff) {
        return tariff.charge == usage::ChargeType::retrieval && tariff.storage_class == storage_class;
    };
    const auto bulk = std::find_if(book.tariffs.begin(), book.tariffs.end(),
                                   [&](const auto& t) { return of_class(t) && t.tier == "bulk"; });
    if (bulk != book.tariffs.end()) return &*bulk;
    const auto any = std::find_if(book.tariffs.begin(), book.tariffs.end(), of_class);
    return any == book.tariffs.end() ? nullptr : &*any;
}

/// Reading what is bundled: a request an object and, where the class has such a fee, the bytes; where it
/// makes copies, a second request reads the copy.
void add_reading(const MoveWish& wish, const pricing::PriceBook& book, const pricing::ClassTerms& from,
                 const SizeRange& read, usage::Period& period) {
    if (const pricing::Tariff* tariff = retrieval_tariff(book, wish.from)) {
        const bool has_copies = !tariff->tier.empty();
        usage::Retrieval retrieval{.storage_class = wish.from,
                                   .tier = tariff->tier,
                                   .bytes = Rational{read.bytes.count()},
                                   .archives = read.objects};
        if (has_copies) {
            retrieval.time = usage::AtOnce{wish.month.begin()};
            retrieval.copy_days = kCopyDays;
            period.requests.push_back({.storage_class = wish.from, .kind = "get", .count = read.objects});
        }
        period.retrievals.push_back(retrieval);
        return;
    }
    period.requests.push_back(
        {.storage_class = wish.from, .kind = from.kinds.retrieval, .count = read.objects});
}

void add_both_places(const MoveWish& wish, const MoveStock& bundled, usage::Period& period) {
    if (wish.overlap <= Duration{0}) return;
    for (const SizeRange& range : bundled.ranges) {
        if (range.objects > 0)
            period.storage.push_back(stored(
                wish.from, usage::BytesFor{Rational{range.bytes.count()}, wish.overlap}, range.objects));
    }
}

void add_early_deletion(const MoveWish& wish, const pricing::ClassTerms& from, const MoveStock& gone,
                        Duration age, usage::DeletionCause cause, usage::Period& period) {
    if (age >= from.minimum_duration) return;
    for (const SizeRange& range : gone.ranges) {
        if (range.objects == 0) continue;
        period.deletions.push_back({.storage_class = wish.from,
                                    .bytes = Rational{range.bytes.count()},
                                    .archives = range.objects,
                                    .stored_for = age,
                                    .cause = cause});
    }
}

void add_bundling(const Placement& placement, const MoveWish& wish, const pricing::PriceBook& book,
                  const pricing::ClassTerms& from, usage::Period& period) {
    const SizeRange bundled = all_of(placement.bundled);
    if (bundled.objects == 0) return;
    add_reading(wish, book, from, bundled, period);
    period.uploads.push_back({.storage_class = placement.to,
                              .bytes = archive_bytes(placement, wish),
                              .archives = archives_of(placement, wish),
                              .part_size = wish.part_size});
    add_both_places(wish, placement.bundled, period);
    if (wish.age)
        add_early_deletion(wish, from, placement.bundled, *wish.age + wish.overlap,
                           usage::DeletionCause::deletion, period);
}

}  // namespace

std::int64_t archives_of(const Placement& placement, const MoveWish& wish) {
    const SizeRange bundled = all_of(placement.bundled);
    if (bundled.objects == 0) return 0;
    const auto archives =
        to_int64(Rational{ceil_of(Rational{bundled.bytes.count()} / Rational{wish.bundle_size.count()})});
    return std::clamp(archives.value_or(1), std::int64_t{1}, bundled.objects);
}

usage::Usage usage_of_moving(const Placement& placement, const MoveWish& wish, const pricing::PriceBook& book,
                             const pricing::ClassTerms& from) {
    usage::Usage usage = one_month(wish, book);
    usage::Period& period = usage.periods.front();
    const SizeRange moved = all_of(placement.moved);
    if (moved.objects > 0) {
        period.requests.push_back(
            {.storage_class = placement.to, .kind = "lifecycle", .count = moved.objects});
        if (wish.age)
            add_early_deletion(wish, from, placement.moved, *wish.age, usage::DeletionCause::transition,
                               period);
    }
    add_bundling(placement, wish, book, from, period);
    return usage;
}

usage::Usage usage_afterwards(const Placement& placement, const MoveWish& wish,
                              const pricing::PriceBook& book) {
    usage::Usage usage = one_month(wish, book);
    std::vector<usage::Storage>& storage = usage.periods.front().storage;
    add_average(storage, wish.from, placement.stays);
    add_average(storage, placement.to, placement.moved);
    const std::int64_t archives = archives_of(placement, wish);
    if (archives > 0)
        storage.push_back(stored(
            placement.to, usage::AverageBytes{Rational{archive_bytes(placement, wish).count()}}, archives));
    return usage;
}

}  // namespace firn::planner
