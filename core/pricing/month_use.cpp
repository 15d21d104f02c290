#include "core/pricing/month_use.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/pricing/conventions.hpp"
#include "core/pricing/early_deletion.hpp"
#include "core/pricing/origin_text.hpp"
#include "core/pricing/overhead.hpp"
#include "core/storage/multipart.hpp"
#include "core/usage/restored_copies.hpp"
#include "core/usage/stored_amount.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::pricing {

namespace {

using firn::to_text;

constexpr std::int64_t kMicrosPerHour = 3'600'000'000;

std::optional<Instant> instant_of(const usage::Retrieval& retrieval) {
    if (const auto* job = std::get_if<usage::AtOnce>(&retrieval.time)) return job->instant;
    if (const auto* spread = std::get_if<usage::OverHours>(&retrieval.time)) return spread->from;
    return std::nullopt;
}

std::string no_overhead_note(int entries, std::string_view what) {
    const bool is_one = entries == 1;
    return fmt::format("{} {} of {} {} without a number of archives: no overhead is billed for {}.", entries,
                       is_one ? "entry" : "entries", what, is_one ? "is" : "are", is_one ? "it" : "them");
}

/// Goes through the entries of a month and finds the tariff of each.
class Meter {
  public:
    Meter(const usage::Period& period, const std::vector<MonthTariff>& tariffs, const Measure& measure)
        : period_{period},
          prices_{tariffs},
          measure_{measure},
          book_{measure.book},
          gb_{gb_of(measure.book, measure.rules.gb_unit)},
          hours_{hours_of(period.month, measure.rules.month_hours)} {
        use_.tariffs.resize(tariffs.size());
    }

    Result<MonthUse> run() && {
        take_all(period_.storage);
        take_all(period_.uploads);
        take_all(period_.requests);
        take_all(period_.retrievals);
        take_all(usage::copies_of(period_));
        take_all(period_.copies);
        take_all(period_.deletions);
        take_all(period_.capacity);
        take_all(period_.staging);
        if (period_.transfer_out) take(*period_.transfer_out);
        take_all(period_.metered);
        add_notes();
        if (!diagnostics_.empty()) return std::move(diagnostics_);
        return std::move(use_);
    }

  private:
    template <class Entries>
    void take_all(const Entries& entries) {
        for (const auto& entry : entries)
            take(entry);
    }
    void take(const usage::Storage& storage);
    void take_overheads(const usage::Storage& storage, const ClassTerms& terms,
                        const Rational& archive_hours);
    void take(const usage::Upload& upload);
    void take(const usage::Requests& requests);
    [[nodiscard]] std::optional<Instant> tiers_begin_in(std::size_t index) const;
    void take(const usage::Retrieval& retrieval);
    void take_undated_copy(const usage::Retrieval& retrieval);
    void take(const usage::Copy& copy);
    void take(const usage::Deletion& deletion);
    void take(const usage::Capacity& capacity);
    void take(const usage::Staging& staging);
    void take(const usage::TransferOut& transfer);
    void take(const usage::Metered& metered);
    void add_notes();

    /// Adds what an entry asks of the tariff of that name; `make_origin` makes the sentence about it, only
    /// when it will be shown.
    template <class MakeText>
    void add(const TariffKey& key, Rational amount, std::optional<Instant> at, const SourceLocation& where,
             MakeText make_origin);
    std::optional<std::size_t> tariff(const TariffKey& key, std::optional<Instant> at,
                                      const SourceLocation& where);
    [[nodiscard]] bool bills_overhead_apart(const std::string& storage_class) const;
    [[nodiscard]] Rational in_gb(const Rational& bytes) const { return bytes / gb_.count(); }

    const usage::Period& period_;
    const std::vector<MonthTariff>& prices_;
    const Measure& measure_;
    const PriceBook& book_;
    Bytes gb_;
    Rational hours_;
    MonthUse use_;
    Diagnostics diagnostics_;
    int stored_without_archives_ = 0;
    int deleted_without_archives_ = 0;
};

std::optional<std::size_t> Meter::tariff(const TariffKey& key, std::optional<Instant> at,
                                         const SourceLocation& where) {
    auto found = find_tariff(prices_, key, at, book_, where);
    if (found) return *found;
    append(diagnostics_, std::move(found).error());
    return std::nullopt;
}

template <class MakeText>
void Meter::add(const TariffKey& key, Rational amount, std::optional<Instant> at, const SourceLocation& where,
                MakeText make_origin) {
    const auto index = tariff(key, at, where);
    if (!index) return;
    use_.tariffs.at(*index).quantities.push_back(
        {std::move(amount), at, where, measure_.explain ? make_origin() : std::string{}});
}

/// Some books bill the overhead on lines of its own, others as part of what is stored.
bool Meter::bills_overhead_apart(const std::string& storage_class) const {
    return std::any_of(prices_.begin(), prices_.end(), [&](const MonthTariff& entry) {
        return entry.tariff->charge == ChargeType::overhead && entry.tariff->storage_class == storage_class;
    });
}

void Meter::take(const usage::Storage& storage) {
    const ClassTerms* terms = find_class(book_, storage.storage_class);
    const TariffKey key{ChargeType::storage, storage.storage_class};
    if (terms == nullptr) return void(tariff(key, std::nullopt, storage.where));
    StoredQuantity stored{.month = period_.month, .gb = gb_, .hours = hours_, .terms = *terms};
    stored.data = in_gb(usage::byte_hours(storage, period_.month)) / hours_;
    const auto archive_hours = usage::archive_hours(storage, period_.month);
    if (archive_hours) {
        stored.archives = *archive_hours / hours_;
        stored.padding = std::max(
            Rational{0}, Rational{*stored.archives * in_gb(terms->minimum_size.count()) - stored.data});
    }
    const bool apart = terms->standard_overhead > Bytes{} || bills_overhead_apart(storage.storage_class);
    stored.overhead_unit = measure_.rules.overhead_unit;
    if (archive_hours && !apart)
        stored.overhead = *stored.archives * overhead_in_gb(terms->overhead, stored.overhead_unit, gb_);
    const bool needs_archives = terms->overhead > Bytes{} || terms->minimum_size > Bytes{};
    if (!archive_hours && needs_archives && stored.data > 0) ++stored_without_archives_;
    add(key, Rational{stored.data + stored.padding + stored.overhead}, std::nullopt, storage.where,
        [&] { return storage_origin(storage, stored); });
    if (archive_hours && apart) take_overheads(storage, *terms, *stored.archives);
}

/// `archives`: their mean number over the month.
void Meter::take_overheads(const usage::Storage& storage, const ClassTerms& terms, const Rational& archives) {
    const auto take_one = [&](Bytes each, const std::string& kind) {
        if (each == Bytes{}) return;
        const Rational gb = archives * overhead_in_gb(each, measure_.rules.overhead_unit, gb_);
        add({ChargeType::overhead, storage.storage_class, kind}, gb, std::nullopt, storage.where,
            [&] { return overhead_origin(archives, each, gb, measure_.rules.overhead_unit); });
    };
    take_one(terms.overhead, std::string{kClassRate});
    take_one(terms.standard_overhead, std::string{kStandardRate});
}

void Meter::take(const usage::Upload& upload) {
    const ClassTerms* terms = find_class(book_, upload.storage_class);
    if (terms == nullptr)
        return void(tariff({.storage_class = upload.storage_class}, std::nullopt, upload.where));
    for (const UploadRequests& requests : upload_requests(upload, *terms)) {
        add({.storage_class = upload.storage_class, .kind = requests.kind}, Rational{requests.count},
            std::nullopt, upload.where, [&] { return upload_origin(upload, requests); });
    }
}

void Meter::take(const usage::Requests& requests) {
    const TariffKey key{
        .storage_class = requests.storage_class, .kind = requests.kind, .tier = requests.tier};
    const auto origin = [&] {
        return fmt::format("{} of the kind {}.", counted(Rational{requests.count}, "request", "requests"),
                           requests.kind);
    };
    const auto before = find_tariff(prices_, key, std::nullopt, book_, requests.where);
    const auto change = before ? tiers_begin_in(*before) : std::nullopt;
    if (!change) return add(key, Rational{requests.count}, std::nullopt, requests.where, origin);
    const Rational share{(*change - period_.month.begin()).count(), period_.month.length().count()};
    add(key, Rational{requests.count * share}, period_.month.begin(), requests.where, origin);
    add(key, Rational{requests.count * (1 - share)}, *change, requests.where, origin);
}

/// When prices by tier take the place of this one within the month.
std::optional<Instant> Meter::tiers_begin_in(std::size_t index) const {
    const MonthTariff& entry = prices_.at(index);
    const bool ends_here = entry.tariff->tier.empty() && entry.pieces.size() == 1 &&
                           entry.pieces.front().from == period_.month.begin() &&
                           entry.pieces.front().until < period_.month.end();
    if (!ends_here) return std::nullopt;
    const Instant change = entry.pieces.front().until;
    const bool has_tiers = std::any_of(prices_.begin(), prices_.end(), [&](const MonthTariff& other) {
        return !other.tariff->tier.empty() && other.tariff->kind == entry.tariff->kind &&
               other.tariff->storage_class == entry.tariff->storage_class && other.has_price(change);
    });
    return has_tiers ? std::optional{change} : std::nullopt;
}

void Meter::take(const usage::Retrieval& retrieval) {
    const auto at = instant_of(retrieval);
    const TariffKey key{ChargeType::retrieval, retrieval.storage_class, "", retrieval.tier};
    const auto index = tariff(key, at, retrieval.where);
    if (index && prices_.at(*index).tariff->peak_fee) {
        use_.tariffs.at(*index).jobs.push_back(&retrieval);
    } else if (index) {
        const Rational gb = in_gb(retrieval.bytes);
        use_.tariffs.at(*index).quantities.push_back(
            {gb, at, retrieval.where,
             measure_.explain ? fmt::format("{} GB retrieved.", grouped(gb)) : std::string{}});
    }
    if (retrieval.copy_days && !std::holds_alternative<usage::AtOnce>(retrieval.time))
        take_undated_copy(retrieval);
    const ClassTerms* terms = find_class(book_, retrieval.storage_class);
    if (!retrieval.archives || terms == nullptr) return;
    const Rational count{*retrieval.archives};
    add({{}, retrieval.storage_class, terms->kinds.retrieval, retrieval.tier}, count, at, retrieval.where,
        [&] {
            return fmt::format("{} retrieved: {}.", counted(count, "archive", "archives"),
                               counted(count, "request", "requests"));
        });
}

void Meter::take_undated_copy(const usage::Retrieval& retrieval) {
    constexpr int kHoursOfDay = 24;
    const Rational gb = in_gb(retrieval.bytes);
    const Rational amount = gb * *retrieval.copy_days * kHoursOfDay / hours_;
    add({ChargeType::copy, retrieval.storage_class}, amount, std::nullopt, retrieval.where, [&] {
        return fmt::format("A copy of {} GB for {} of 24 hours / {} hours of {} = {} GB-Mo.", grouped(gb),
                           counted(Rational{*retrieval.copy_days}, "day", "days"), grouped(hours_),
                           to_text(period_.month), grouped(amount));
    });
}

void Meter::take(const usage::Copy& copy) {
    const Instant until = std::min(copy.until, period_.month.end());
    const Rational hours{(until - copy.from).count(), kMicrosPerHour};
    const Rational gb = in_gb(copy.bytes);
    const Rational amount = gb * hours / hours_;
    add({ChargeType::copy, copy.storage_class}, amount, copy.from, copy.where, [&] {
        const std::string rest = copy.until > until ? ", where the next month begins" : "";
        return fmt::format("A copy of {} GB from {} until {}{}: {} hours / {} hours of {} = {} GB-Mo.",
                           grouped(gb), to_text(copy.from), to_text(until), rest, grouped(hours),
                           grouped(hours_), to_text(period_.month), grouped(amount));
    });
}

void Meter::take(const usage::Deletion& deletion) {
    const ClassTerms* terms = find_class(book_, deletion.storage_class);
    const TariffKey key{ChargeType::early_deletion, deletion.storage_class};
    if (terms == nullptr) return void(tariff(key, deletion.at, deletion.where));
    // A class without a minimum owes nothing, and needs no price to say so.
    if (terms->minimum_duration == Duration{}) return;
    const OwedByDeletion owed = owed_by(deletion, *terms, measure_.rules, period_.month, gb_);
    const bool needs_archives = terms->overhead > Bytes{} || terms->minimum_size > Bytes{};
    if (!deletion.archives && needs_archives && owed.months > 0) ++deleted_without_archives_;
    add(key, Rational{owed.gb * owed.months}, deletion.at, deletion.where, [&] {
        return deletion_origin(deletion, {period_.month, *terms, measure_.rules, owed.gb, owed.months});
    });
}

void Meter::take(const usage::Capacity& capacity) {
    add({.charge = ChargeType::capacity}, Rational{capacity.units}, capacity.bought, capacity.where,
        [&] { return capacity_origin(capacity); });
}

void Meter::take(const usage::Staging& staging) {
    const Rational gb = in_gb(staging.bytes);
    const Rational hours{staging.duration.count(), kMicrosPerHour};
    const Rational amount = gb * hours / hours_;
    add({ChargeType::staging, staging.storage_class}, amount, std::nullopt, staging.where, [&] {
        return fmt::format("Parts of unfinished uploads, {} GB for {} / {} hours of {} = {} GB-Mo.",
                           grouped(gb), to_text(staging.duration), grouped(hours_), to_text(period_.month),
                           grouped(amount));
    });
}

void Meter::take(const usage::TransferOut& transfer) {
    const Rational gb = in_gb(transfer.bytes);
    add({.charge = ChargeType::transfer_out}, gb, std::nullopt, transfer.where,
        [&] { return fmt::format("{} GB sent out of the region.", grouped(gb)); });
}

void Meter::take(const usage::Metered& metered) {
    const TariffKey key{metered.charge, metered.storage_class, metered.kind, metered.tier};
    const auto index = tariff(key, std::nullopt, metered.where);
    if (!index) return;
    const std::string_view unit = to_text(prices_.at(*index).tariff->unit);
    use_.tariffs.at(*index).quantities.push_back(
        {metered.quantity, std::nullopt, metered.where,
         measure_.explain ? fmt::format("{} {} as metered.", grouped(metered.quantity), unit)
                          : std::string{}});
}

void Meter::add_notes() {
    const auto note = [&](int entries, std::string_view what) {
        if (entries > 0) use_.notes.push_back(no_overhead_note(entries, what));
    };
    note(stored_without_archives_, "storage");
    note(deleted_without_archives_, "deletions");
}

}  // namespace

Result<MonthUse> measured(const usage::Period& period, const std::vector<MonthTariff>& tariffs,
                          const Measure& measure) {
    return Meter{period, tariffs, measure}.run();
}

}  // namespace firn::pricing
