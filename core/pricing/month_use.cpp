#include "core/pricing/month_use.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/pricing/early_deletion.hpp"
#include "core/pricing/origin_text.hpp"
#include "core/pricing/overhead.hpp"
#include "core/storage/multipart.hpp"
#include "core/usage/stored_amount.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::pricing {

namespace {

/// Goes through the entries of a month and finds the tariff of each.
class Meter {
  public:
    Meter(const usage::Period& period, const std::vector<MonthTariff>& tariffs, const Measure& measure)
        : period_{period}, prices_{tariffs}, measure_{measure}, book_{measure.book} {
        use_.tariffs.resize(tariffs.size());
    }

    Result<MonthUse> run() && {
        take_all(period_.storage);
        take_all(period_.uploads);
        take_all(period_.requests);
        take_all(period_.retrievals);
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
    void take(const usage::Upload& upload);
    void take(const usage::Requests& requests);
    void take(const usage::Retrieval& retrieval);
    void take(const usage::Deletion& deletion);
    void take(const usage::Capacity& capacity);
    void take(const usage::Staging& staging);
    void take(const usage::TransferOut& transfer);
    void take(const usage::Metered& metered);
    void add_notes();

    TariffUse* tariff(const TariffKey& key, const SourceLocation& where);
    [[nodiscard]] bool depends_on_hours(const TariffUse& use) const;
    [[nodiscard]] Rational in_gb(const Rational& bytes) const { return bytes / book_.gb.count(); }
    [[nodiscard]] Rational overhead(const usage::Deletion& deletion) const;
    /// The sentence, made only when it will be shown.
    template <class MakeText>
    [[nodiscard]] std::string origin(MakeText make_text) const {
        return measure_.explain ? make_text() : std::string{};
    }

    const usage::Period& period_;
    const std::vector<MonthTariff>& prices_;
    const Measure& measure_;
    const PriceBook& book_;
    MonthUse use_;
    Diagnostics diagnostics_;
    int stored_without_archives_ = 0;
    int deleted_without_archives_ = 0;
};

TariffUse* Meter::tariff(const TariffKey& key, const SourceLocation& where) {
    auto found = find_tariff(prices_, key, book_, where);
    if (found) return &use_.tariffs.at(*found);
    append(diagnostics_, std::move(found).error());
    return nullptr;
}

bool Meter::depends_on_hours(const TariffUse& use) const {
    const auto index = static_cast<std::size_t>(&use - use_.tariffs.data());
    return prices_.at(index).tariff->peak_fee.has_value();
}

void Meter::take(const usage::Storage& storage) {
    TariffUse* use = tariff({ChargeType::storage, storage.storage_class}, storage.where);
    const ClassTerms* terms = find_class(book_, storage.storage_class);
    if (use == nullptr || terms == nullptr) return;
    const int hours = period_.month.hours();
    const Rational data = in_gb(usage::byte_hours(storage, period_.month)) / hours;
    const auto archive_hours = usage::archive_hours(storage, period_.month);
    Rational overhead = 0;
    if (archive_hours) {
        overhead =
            *archive_hours / hours * overhead_of_archive(*terms, measure_.rules.overhead_unit, book_.gb);
    }
    if (!archive_hours && data > 0) ++stored_without_archives_;
    use->quantities.push_back({Rational{data + overhead}, std::nullopt, &storage.where, origin([&] {
                                   return storage_origin(
                                       storage, {period_.month, book_.gb, data, overhead, terms->overhead,
                                                 measure_.rules.overhead_unit});
                               })});
}

void Meter::take(const usage::Upload& upload) {
    TariffUse* use = tariff({.storage_class = upload.storage_class, .kind = "upload"}, upload.where);
    if (use == nullptr || upload.archives == 0) return;
    const std::int64_t size = upload.bytes.count() / upload.archives;
    const std::int64_t larger = upload.bytes.count() % upload.archives;
    const auto parts = [&](std::int64_t bytes) {
        const auto plan = storage::plan_parts(Bytes{bytes}, upload.part_size);
        return Rational{plan ? plan.value().parts : 0};
    };
    const Rational requests = parts(size + 1) * larger + parts(size) * (upload.archives - larger);
    use->quantities.push_back(
        {requests, std::nullopt, &upload.where, origin([&] { return upload_origin(upload, requests); })});
}

void Meter::take(const usage::Requests& requests) {
    TariffUse* use = tariff({.storage_class = requests.storage_class, .kind = requests.kind}, requests.where);
    if (use == nullptr) return;
    use->quantities.push_back({Rational{requests.count}, std::nullopt, &requests.where, origin([&] {
                                   return fmt::format("{} requests of the kind {}.",
                                                      grouped(Rational{requests.count}), requests.kind);
                               })});
}

std::optional<Instant> instant_of(const usage::Retrieval& retrieval) {
    if (const auto* job = std::get_if<usage::AtOnce>(&retrieval.time)) return job->instant;
    if (const auto* spread = std::get_if<usage::OverHours>(&retrieval.time)) return spread->from;
    return std::nullopt;
}

void Meter::take(const usage::Retrieval& retrieval) {
    const auto at = instant_of(retrieval);
    TariffUse* use =
        tariff({ChargeType::retrieval, retrieval.storage_class, "", retrieval.tier}, retrieval.where);
    if (use != nullptr && depends_on_hours(*use)) {
        use->jobs.push_back(&retrieval);
    } else if (use != nullptr) {
        const Rational gb = in_gb(retrieval.bytes);
        use->quantities.push_back(
            {gb, at, &retrieval.where, origin([&] { return fmt::format("{} GB retrieved.", grouped(gb)); })});
    }
    if (retrieval.copy_days) (void)tariff({ChargeType::copy, retrieval.storage_class}, retrieval.where);
    if (!retrieval.archives) return;
    use = tariff({{}, retrieval.storage_class, "retrieval", retrieval.tier}, retrieval.where);
    if (use == nullptr) return;
    const Rational count{*retrieval.archives};
    use->quantities.push_back(
        {count, at, &retrieval.where,
         origin([&] { return fmt::format("{0} archives retrieved: {0} requests.", grouped(count)); })});
}

Rational Meter::overhead(const usage::Deletion& deletion) const {
    const ClassTerms* terms = find_class(book_, deletion.storage_class);
    if (terms == nullptr || !deletion.archives) return 0;
    return *deletion.archives * overhead_of_archive(*terms, measure_.rules.overhead_unit, book_.gb);
}

void Meter::take(const usage::Deletion& deletion) {
    TariffUse* use = tariff({ChargeType::early_deletion, deletion.storage_class}, deletion.where);
    const ClassTerms* terms = find_class(book_, deletion.storage_class);
    if (use == nullptr || terms == nullptr) return;
    const Rational gb = in_gb(deletion.bytes) + overhead(deletion);
    const Rational months =
        months_owed(terms->minimum_duration, deletion.stored_for, measure_.rules, period_.month);
    if (!deletion.archives && months > 0) ++deleted_without_archives_;
    use->quantities.push_back(
        {Rational{gb * months}, deletion.at, &deletion.where, origin([&] {
             return deletion_origin(deletion, {period_.month, *terms, measure_.rules, gb, months});
         })});
}

void Meter::take(const usage::Capacity& capacity) {
    TariffUse* use = tariff({.charge = ChargeType::capacity}, capacity.where);
    if (use == nullptr) return;
    use->quantities.push_back({Rational{capacity.units}, capacity.bought, &capacity.where});
}

void Meter::take(const usage::Staging& staging) {
    TariffUse* use = tariff({ChargeType::staging, staging.storage_class}, staging.where);
    if (use == nullptr) return;
    const Rational share{staging.duration.count(), period_.month.length().count()};
    use->quantities.push_back({Rational{in_gb(staging.bytes) * share}, std::nullopt, &staging.where});
}

void Meter::take(const usage::TransferOut& transfer) {
    TariffUse* use = tariff({.charge = ChargeType::transfer_out}, transfer.where);
    if (use == nullptr) return;
    const Rational gb = in_gb(transfer.bytes);
    use->quantities.push_back({gb, std::nullopt, &transfer.where, origin([&] {
                                   return fmt::format("{} GB sent out of the region.", grouped(gb));
                               })});
}

void Meter::take(const usage::Metered& metered) {
    TariffUse* use =
        tariff({metered.charge, metered.storage_class, metered.kind, metered.tier}, metered.where);
    if (use == nullptr) return;
    const auto index = static_cast<std::size_t>(use - use_.tariffs.data());
    use->quantities.push_back({metered.quantity, std::nullopt, &metered.where, origin([&] {
                                   return fmt::format("{} {} as metered.", grouped(metered.quantity),
                                                      to_text(prices_.at(index).tariff->unit));
                               })});
}

void Meter::add_notes() {
    const auto note = [&](int entries, std::string_view what) {
        if (entries == 0) return;
        use_.notes.push_back(fmt::format(
            "{} {} without a number of archives: no overhead is billed for {}.", entries,
            entries == 1 ? fmt::format("entry of {} is", what) : fmt::format("entries of {} are", what),
            entries == 1 ? "it" : "them"));
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
