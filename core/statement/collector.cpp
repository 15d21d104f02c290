#include "core/statement/collector.hpp"

#include <algorithm>
#include <utility>

namespace firn::statement {

namespace {

/// A text of what tells lines apart; no field holds the separator.
void make_key(std::string& key, const Row& row) {
    constexpr char kSeparator = '\x1f';
    key.clear();
    if (row.month) {
        key += std::to_string(static_cast<int>(row.month->month().year()) * 12 +
                              static_cast<int>(static_cast<unsigned>(row.month->month().month())));
    }
    key += static_cast<char>('a' + static_cast<int>(row.type));
    key += row.cost.is_zero() ? '0' : '1';  // what is free stands apart, also where no rate is printed
    for (const std::string_view part : {row.usage_type, row.operation, row.rate_text, row.unit, row.service,
                                        row.account, row.invoice, row.bill_type}) {
        key += part;
        key += kSeparator;
    }
}

Line line_of(const Row& row, const std::string& file, std::size_t number) {
    Line line{.month = row.month,
              .type = row.type,
              .account = std::string{row.account},
              .service = std::string{row.service},
              .usage_type = std::string{row.usage_type},
              .operation = std::string{row.operation},
              .unit = std::string{row.unit},
              .invoice = std::string{row.invoice},
              .bill_type = std::string{row.bill_type},
              .invoiced = row.invoiced,
              .where = {.file = file, .line = number}};
    if (row.rate) line.rate = UnitPrice{to_rational(*row.rate)};
    return line;
}

}  // namespace

Collector::Sums& Collector::sums_of(const Row& row, const std::string& file, std::size_t line) {
    make_key(key_, row);
    const auto [entry, is_new] = index_.try_emplace(key_, lines_.size());
    if (is_new) lines_.push_back({.line = line_of(row, file, line), .quantity = {}, .cost = {}});
    return lines_[entry->second];
}

/// Every row tells how far the statement goes, also one of another service.
void Collector::cover(const Row& row) {
    if (!row.month) return;
    Coverage& coverage = months_.try_emplace(*row.month, Coverage{.month = *row.month}).first->second;
    if (row.until && row.type == LineType::usage) {
        coverage.until = std::max(coverage.until.value_or(*row.until), *row.until);
    }
    coverage.has_invoice = coverage.has_invoice || !row.invoice.empty();
}

void Collector::add(const Row& row, const std::string& file, std::size_t line) {
    cover(row);
    if (const auto reason = why_left_out(scope_, row)) {
        auto& [rows, cost] = left_out_[*reason];
        ++rows;
        cost.add(row.cost);
        if (services_.find(row.service) == services_.end()) services_.emplace(row.service);
        return;
    }
    cost_places_ = std::max(cost_places_, row.cost.places);
    if (row.quantity) quantity_places_ = std::max(quantity_places_, row.quantity->places);
    Sums& sums = sums_of(row, file, line);
    ++sums.line.rows;
    sums.cost.add(row.cost);
    if (row.quantity) {
        sums.quantity.add(*row.quantity);
        sums.has_quantity = true;
    } else {
        sums.lacks_quantity = true;
    }
}

Statement Collector::finish() && {
    Statement statement;
    for (Sums& sums : lines_) {
        // A part of the quantity is none.
        const bool is_whole = sums.line.type != LineType::usage || !sums.lacks_quantity;
        if (sums.has_quantity && is_whole) sums.line.quantity = sums.quantity.value();
        sums.line.cost = Money{sums.cost.value()};
        statement.rows += sums.line.rows;
        services_.insert(sums.line.service);
        statement.lines.push_back(std::move(sums.line));
    }
    for (const auto& [month, coverage] : months_)
        statement.months.push_back(coverage);
    for (const auto& [reason, sums] : left_out_)
        leave_out(statement, reason, sums.first, Money{sums.second.value()});
    services_.erase("");
    statement.services.assign(services_.begin(), services_.end());
    statement.cost_places = cost_places_;
    statement.quantity_places = quantity_places_;
    return statement;
}

}  // namespace firn::statement
