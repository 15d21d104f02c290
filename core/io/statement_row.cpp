#include "core/io/statement_row.hpp"

#include "core/diag/did_you_mean.hpp"
#include "core/io/csv_line.hpp"
#include "core/io/statement_tags.hpp"
#include "core/io/statement_words.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

namespace firn::io {

namespace {

using Field = StatementField;

StatementFault bad(std::string_view part, Diagnostic diagnostic) { return {std::move(diagnostic), part}; }

Diagnostic not_a_number(std::string code, std::string_view what, std::string_view text) {
    const bool has_comma = text.find(',') != std::string_view::npos;
    return {.code = std::move(code),
            .what = text.empty() ? fmt::format("the {} is missing", what)
                                 : fmt::format("{} is not a {}", firn::quoted(text), what),
            .expected = "a decimal number with a point, such as 1234.5 or 1.2E-7",
            .remedy = has_comma ? "write it without a comma: 1234.5" : ""};
}

/// "2026-08" of any time of that month.
std::optional<BillingPeriod> month_of(const std::optional<Instant>& instant) {
    return instant ? std::optional{BillingPeriod::containing(*instant)} : std::nullopt;
}

StatementFault time_not_readable(std::string_view text, const std::string& heading) {
    return bad(text, {.code = "time-not-readable",
                      .what = fmt::format("{} is not a time", firn::quoted(text)),
                      .expected = fmt::format("in {} a time such as 2026-08-01T00:00:00Z", heading),
                      .remedy = "a spreadsheet rewrites times: use the file as the vendor delivers it"});
}

}  // namespace

Diagnostic cost_not_a_number(std::string_view text) {
    return not_a_number("cost-not-a-number", "cost", text);
}

std::optional<Instant> parse_statement_time(std::string_view text) {
    if (const auto instant = parse_rfc3339(text)) return instant;
    return parse_rfc3339(std::string{text} + "Z");
}

std::optional<StatementFault> StatementRows::split(std::string_view line) {
    fields_.fill({});
    CsvCursor cursor{line, layout_.delimiter};
    for (const auto& wanted : layout_.columns) {
        const CsvField field = cursor.next();
        if (field.fault == FieldFault::quote_not_closed) {
            return bad(field.text, {.code = "quote-not-closed",
                                    .what = "the quoted field does not end on its line",
                                    .expected = "a second \" in the same line",
                                    .remedy = "close the quote"});
        }
        if (field.fault == FieldFault::missing) {
            return bad(field.text, {.code = "field-missing",
                                    .what = "the row has too few fields",
                                    .expected = "a field for each column of the header",
                                    .remedy = "the file may be cut off: fetch it again"});
        }
        if (wanted) fields_.at(static_cast<std::size_t>(*wanted)) = field.text;
    }
    return std::nullopt;
}

std::optional<StatementFault> StatementRows::read_type(StatementRow& row) const {
    row.type = field(Field::type);
    const WordedType worded = line_type_of(row.type, field(Field::type_detail));
    row.row.type = worded.type;
    row.is_total = worded.is_total;
    row.is_known_type = worded.is_known;
    if (worded.is_known || layout_.format != StatementFormat::list) return std::nullopt;
    const auto words = line_type_words();
    const std::string near = closest_to(row.type, words);
    return bad(row.type, {.code = "line-type-unknown",
                          .what = fmt::format("there is no type of line {}", firn::quoted(row.type)),
                          .expected = one_of(words),
                          .remedy = near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)});
}

std::optional<Instant> StatementRows::time_of(Field wanted) {
    const std::string_view text = field(wanted);
    RememberedTime& last = times_.at(static_cast<std::size_t>(wanted));
    if (last.text != text || !last.instant) {
        last.text = text;
        last.instant = parse_statement_time(text);
    }
    return last.instant;
}

std::optional<StatementFault> StatementRows::read_list_month(StatementRow& row) const {
    if (!layout_.has(Field::month)) return std::nullopt;
    const std::string_view text = field(Field::month);
    row.row.month = BillingPeriod::parse(text);
    if (!row.row.month) row.row.month = month_of(parse_statement_time(text));
    if (row.row.month) return std::nullopt;
    return bad(text,
               {.code = "month-not-readable",
                .what = fmt::format("{} is not a month", firn::quoted(text)),
                .expected = "year and month, such as 2026-08, in every row",
                .remedy = "leave the column out for a list of one month, and name it: --month 2026-08"});
}

std::optional<StatementFault> StatementRows::read_times(StatementRow& row) {
    if (layout_.format == StatementFormat::list) return read_list_month(row);
    for (const Field wanted : {Field::month, Field::start, Field::end}) {
        const std::string_view text = field(wanted);
        if (text.empty() || time_of(wanted)) continue;
        return time_not_readable(text, layout_.heading_of(wanted));
    }
    const auto billed = field(Field::month).empty() ? std::nullopt : month_of(time_of(Field::month));
    const auto used = field(Field::start).empty() ? std::nullopt : month_of(time_of(Field::start));
    row.row.month = billed ? billed : used;
    row.start = field(Field::start);
    row.is_outside_month = billed && used && *billed != *used && row.row.type == statement::LineType::usage;
    if (!field(Field::end).empty()) row.row.until = time_of(Field::end);
    if (row.row.month) return std::nullopt;
    const Field wanted = layout_.has(Field::month) ? Field::month : Field::start;
    return time_not_readable(field(wanted), layout_.heading_of(wanted));
}

std::vector<StatementFault> StatementRows::read_amounts(StatementRow& row) const {
    std::vector<StatementFault> faults;
    if (auto fault = read_quantity(row)) faults.push_back(*std::move(fault));
    const std::string_view cost = field(Field::cost);
    const auto amount = statement::parse_decimal_number(cost);
    if (amount) {
        row.row.cost = *amount;
    } else {
        faults.push_back(bad(cost, cost_not_a_number(cost)));
    }
    row.row.rate_text = field(Field::rate);
    row.row.rate = statement::parse_decimal_number(row.row.rate_text);
    return faults;
}

std::optional<StatementFault> StatementRows::read_quantity(StatementRow& row) const {
    if (!layout_.has(Field::quantity)) return std::nullopt;
    const std::string_view quantity = field(Field::quantity);
    const bool is_usage = row.row.type == statement::LineType::usage;
    // A fee of a list of one's own: it costs something, and nothing was counted.
    const bool is_fee = layout_.format == StatementFormat::list && field(Field::unit).empty();
    if (quantity.empty() && (!is_usage || is_fee)) return std::nullopt;
    row.row.quantity = statement::parse_decimal_number(quantity);
    if (!row.row.quantity) return bad(quantity, not_a_number("quantity-not-a-number", "quantity", quantity));
    if (!is_usage || !row.row.quantity->is_negative()) return std::nullopt;
    return bad(quantity, {.code = "quantity-negative",
                          .what = fmt::format("{} is a negative quantity of usage", firn::quoted(quantity)),
                          .expected = "usage from 0 on",
                          .remedy = "corrections stand in rows of the type refund or credit"});
}

Expected<StatementRow, std::vector<StatementFault>> StatementRows::parse(std::string_view line) {
    if (auto fault = split(line)) return std::vector{*std::move(fault)};
    StatementRow row;
    if (auto fault = read_type(row)) return std::vector{*std::move(fault)};
    if (row.is_total) return row;
    std::vector<StatementFault> faults;
    if (auto fault = read_times(row)) faults.push_back(*std::move(fault));
    for (StatementFault& fault : read_amounts(row))
        faults.push_back(std::move(fault));
    if (!faults.empty()) return faults;
    row.has_id = !field(Field::line_id).empty();
    row.currency = field(Field::currency);
    row.row.account = field(Field::account);
    row.row.payer = field(Field::payer);
    row.row.service = field(field(Field::service).empty() ? Field::service_name : Field::service);
    row.row.usage_type = field(Field::usage_type);
    row.row.operation = field(Field::operation);
    row.row.resource = field(Field::resource);
    row.row.unit = field(Field::unit);
    // Detailed billing reports of a month that is not closed say so in place of a number.
    if (field(Field::invoice) != "Estimated") row.row.invoice = field(Field::invoice);
    row.row.bill_type = field(Field::bill_type);
    row.row.invoiced = parse_statement_time(field(Field::invoiced));
    if (tag_) {
        row.row.has_tag = layout_.has(Field::tag) ? field(Field::tag) == tag_->value
                                                  : holds_tag(field(Field::tags), tag_->key, tag_->value);
    }
    return row;
}

}  // namespace firn::io
