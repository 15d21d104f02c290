#include "core/yaml/usage_writer.hpp"

#include "core/yaml/scenario_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace firn::yaml {

using firn::to_text;
using usage::to_text;

namespace {

/// Exact for every number with a finite decimal text that is met in practice.
std::string number(const Rational& value) {
    constexpr unsigned kPlaces = 60;
    return format_decimal(value, kPlaces);
}

std::string amount(const Rational& bytes) {
    const auto whole = to_int64(bytes);
    return whole ? to_text(Bytes{*whole}) : number(bytes) + " B";
}

/// "{class: glacier, count: 12}", its entries in the order in which they are put.
class Entry {
  public:
    Entry& put(std::string_view key, const std::string& value) {
        text_ += fmt::format("{}{}: {}", text_.empty() ? "" : ", ", key, value);
        return *this;
    }
    /// A text; nothing when it is empty.
    Entry& name(std::string_view key, std::string_view value) {
        return value.empty() ? *this : put(key, scalar_of(value));
    }
    template <class Value>
    Entry& count(std::string_view key, const std::optional<Value>& value) {
        return value ? put(key, std::to_string(*value)) : *this;
    }
    [[nodiscard]] std::string line() const { return fmt::format("      - {{{}}}\n", text_); }

  private:
    std::string text_;
};

struct WriteAmount {
    Entry& entry;
    void operator()(const usage::AverageBytes& average) const { entry.put("average", amount(average.bytes)); }
    void operator()(const usage::BytesFor& limited) const {
        entry.put("bytes", amount(limited.bytes)).put("for", to_text(limited.duration));
    }
    void operator()(const usage::ByteHours& metered) const {
        entry.put("byte_hours", number(metered.byte_hours));
    }
    void operator()(const ByteTime& counted) const {
        entry.put("byte_microseconds", to_decimal(counted.byte_microseconds()));
    }
};

struct WriteArchives {
    Entry& entry;
    void operator()(std::monostate) const {}
    void operator()(const usage::ArchiveCount& archives) const {
        entry.put("archives", std::to_string(archives.count));
    }
    void operator()(const usage::ArchiveSize& size) const { entry.put("archive_size", amount(size.bytes)); }
    void operator()(const usage::ArchiveTime& time) const {
        entry.put("archive_microseconds", to_decimal(time.archive_microseconds));
    }
};

struct WriteTime {
    Entry& entry;
    void operator()(std::monostate) const {}
    void operator()(const usage::AtOnce& job) const { entry.put("at", to_text(job.instant)); }
    void operator()(const usage::OverHours& spread) const {
        entry.put("from", to_text(spread.from)).put("hours", std::to_string(spread.hours));
    }
};

std::string line_of(const usage::Storage& storage) {
    Entry entry;
    entry.name("class", storage.storage_class);
    std::visit(WriteAmount{entry}, storage.amount);
    std::visit(WriteArchives{entry}, storage.archives);
    return entry.line();
}

std::string line_of(const usage::Upload& upload) {
    Entry entry;
    entry.name("class", upload.storage_class)
        .put("bytes", to_text(upload.bytes))
        .put("archives", std::to_string(upload.archives));
    if (upload.part_size) entry.put("part_size", to_text(*upload.part_size));
    return entry.line();
}

std::string line_of(const usage::Requests& requests) {
    return Entry{}
        .name("class", requests.storage_class)
        .name("kind", requests.kind)
        .name("tier", requests.tier)
        .put("count", std::to_string(requests.count))
        .line();
}

std::string line_of(const usage::Retrieval& retrieval) {
    Entry entry;
    entry.name("class", retrieval.storage_class).name("tier", retrieval.tier);
    std::visit(WriteTime{entry}, retrieval.time);
    return entry.put("bytes", amount(retrieval.bytes))
        .count("archives", retrieval.archives)
        .count("copy_days", retrieval.copy_days)
        .line();
}

std::string line_of(const usage::Copy& copy) {
    return Entry{}
        .name("class", copy.storage_class)
        .put("bytes", amount(copy.bytes))
        .put("from", to_text(copy.from))
        .put("until", to_text(copy.until))
        .line();
}

std::string line_of(const usage::Deletion& deletion) {
    Entry entry;
    entry.name("class", deletion.storage_class)
        .put("bytes", amount(deletion.bytes))
        .count("archives", deletion.archives);
    if (deletion.summed) {
        entry.put("byte_microseconds", to_decimal(deletion.summed->bytes.byte_microseconds()))
            .put("archive_microseconds", to_decimal(deletion.summed->archive_microseconds));
    } else {
        entry.put("stored_for", to_text(deletion.stored_for));
    }
    if (deletion.at) entry.put("at", to_text(*deletion.at));
    if (deletion.cause != usage::DeletionCause::deletion) entry.name("cause", to_text(deletion.cause));
    return entry.line();
}

std::string line_of(const usage::Capacity& capacity) {
    return Entry{}
        .put("bought", to_text(capacity.bought))
        .put("units", std::to_string(capacity.units))
        .line();
}

std::string line_of(const usage::Staging& staging) {
    return Entry{}
        .name("class", staging.storage_class)
        .put("bytes", amount(staging.bytes))
        .put("for", to_text(staging.duration))
        .line();
}

std::string line_of(const usage::Metered& metered) {
    return Entry{}
        .name("charge", to_text(metered.charge))
        .name("class", metered.storage_class)
        .name("kind", metered.kind)
        .name("tier", metered.tier)
        .put("quantity", number(metered.quantity))
        .line();
}

/// A free amount is bytes unless the charge counts pieces.
std::string free_text(const usage::PriceOverride& stated) {
    using usage::ChargeType;
    const bool counts_pieces = !stated.kind.empty() || stated.charge == ChargeType::requests ||
                               stated.charge == ChargeType::retrieval_requests ||
                               stated.charge == ChargeType::capacity;
    return counts_pieces ? number(*stated.free) : amount(*stated.free);
}

std::string line_of(const usage::PriceOverride& stated) {
    Entry entry;
    if (stated.charge) entry.name("charge", to_text(*stated.charge));
    entry.name("class", stated.storage_class).name("kind", stated.kind).name("tier", stated.tier);
    if (stated.price) entry.put("price", number(stated.price->per_unit()));
    if (stated.free) entry.put("free", free_text(stated));
    return entry.line();
}

template <class Entries>
void write_entries(std::string& text, std::string_view key, const Entries& entries) {
    if (entries.empty()) return;
    text += fmt::format("    {}:\n", key);
    for (const auto& entry : entries)
        text += line_of(entry);
}

void write_period(std::string& text, const usage::Period& period) {
    text += fmt::format("  - month: {}\n", to_text(period.month));
    write_entries(text, "storage", period.storage);
    write_entries(text, "uploads", period.uploads);
    write_entries(text, "requests", period.requests);
    write_entries(text, "retrievals", period.retrievals);
    write_entries(text, "copies", period.copies);
    write_entries(text, "deletions", period.deletions);
    write_entries(text, "capacity", period.capacity);
    write_entries(text, "staging", period.staging);
    if (period.transfer_out)
        text += fmt::format("    transfer_out: {}\n", amount(period.transfer_out->bytes));
    write_entries(text, "metered", period.metered);
    write_entries(text, "prices", period.prices);
}

void write_rules(std::string& text, const usage::Rules& rules) {
    if (rules == usage::Rules{}) return;
    text += "rules:\n";
    if (rules.retrieval) text += fmt::format("  retrieval: {}\n", to_text(*rules.retrieval));
    text += fmt::format("  overhead_unit: {}\n", to_text(rules.overhead_unit));
    text += fmt::format("  early_deletion_steps: {}\n", to_text(rules.early_deletion_steps));
    text += fmt::format("  early_deletion_month: {}\n", to_text(rules.early_deletion_month));
    text += fmt::format("  month_hours: {}\n", to_text(rules.month_hours));
    text += fmt::format("  gb_unit: {}\n", to_text(rules.gb_unit));
    text += fmt::format("  band_unit: {}\n", to_text(rules.band_unit));
}

}  // namespace

std::string usage_text(const usage::Usage& usage, std::string_view heading) {
    std::string text;
    while (!heading.empty()) {
        const std::size_t end = std::min(heading.find('\n'), heading.size());
        text += fmt::format("# {}\n", heading.substr(0, end));
        heading.remove_prefix(std::min(end + 1, heading.size()));
    }
    text += "usage: 1\n";
    text += fmt::format("price_book: {}\n", scalar_of(usage.price_book));
    text += fmt::format("region: {}\n", scalar_of(usage.region));
    write_rules(text, usage.rules);
    text += billing_text(usage.billing);
    text += usage.periods.empty() ? "periods: []\n" : "periods:\n";
    for (const usage::Period& period : usage.periods)
        write_period(text, period);
    return text;
}

}  // namespace firn::yaml
