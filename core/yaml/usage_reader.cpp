#include "core/yaml/usage_reader.hpp"
#include "core/yaml/billing_reader.hpp"

#include "core/units/quantity_text.hpp"
#include "core/usage/check.hpp"
#include "core/yaml/map_reader.hpp"
#include "core/yaml/usage_entry_reader.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::yaml {

namespace {

void check_version(MapReader& map, Reading& reading) {
    const auto version = map.require("usage", parse_count);
    if (!version || *version == 1) return;
    reading.report(*map.find("usage"),
                   Diagnostic{.code = "format-version-unknown",
                              .what = fmt::format("version {} of the usage file is not known", *version),
                              .expected = "usage: 1"});
}

template <class Entry, class ReadEntry>
void read_entries(MapReader& period, std::string_view key, std::vector<Entry>& entries,
                  ReadEntry read_entry) {
    for (const NodePointer& item : period.read_list(key)) {
        if (auto entry = read_entry(*item, period.reading())) entries.push_back(*std::move(entry));
    }
}

std::optional<usage::Period> read_period(const Node& node, Reading& reading) {
    MapReader map{node, reading, "a period"};
    const auto month = map.require("month", parse_month);
    usage::Period period{.month = month.value_or(BillingPeriod{std::chrono::year{1970} / 1}),
                         .where = reading.at(node.place)};
    read_entries(map, "storage", period.storage, read_storage);
    read_entries(map, "uploads", period.uploads, read_upload);
    read_entries(map, "requests", period.requests, read_requests);
    read_entries(map, "retrievals", period.retrievals, read_retrieval);
    read_entries(map, "copies", period.copies, read_copy);
    read_entries(map, "deletions", period.deletions, read_deletion);
    read_entries(map, "capacity", period.capacity, read_capacity);
    read_entries(map, "staging", period.staging, read_staging);
    read_entries(map, "metered", period.metered, read_metered);
    read_entries(map, "prices", period.prices, read_price_override);
    if (const Node* transfer = map.find("transfer_out")) {
        const auto bytes = map.read("transfer_out", parse_byte_amount);
        if (bytes) period.transfer_out = usage::TransferOut{*bytes, reading.at(transfer->place)};
    }
    map.finish();
    return month ? std::optional{std::move(period)} : std::nullopt;
}

usage::Usage read_root(const Node& root, Reading& reading) {
    usage::Usage usage{.where = reading.at(root.place)};
    MapReader map{root, reading, "the usage file"};
    check_version(map, reading);
    usage.price_book = map.read_text("price_book").value_or(usage.price_book);
    usage.region = map.read_text("region").value_or(usage.region);
    if (const Node* rules = map.find("rules")) usage.rules = read_rules(*rules, reading);
    usage.billing = read_billing(map);
    read_entries(map, "periods", usage.periods, read_period);
    map.finish();
    return usage;
}

}  // namespace

Result<usage::Usage> read_usage(std::string file, std::string text) {
    const auto document = parse_document(std::move(file), std::move(text));
    if (!document) return document.error();
    Reading reading{*document, {}};
    usage::Usage usage = read_root(*document->root, reading);
    append(reading.diagnostics, usage::check(usage));
    Diagnostics diagnostics = std::move(reading).finish();
    if (has_errors(diagnostics)) return diagnostics;
    return usage;
}

bool is_usage_text(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    return text.starts_with("usage:") || text.find("\nusage:") != std::string_view::npos;
}

}  // namespace firn::yaml
