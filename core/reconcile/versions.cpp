#include "core/reconcile/versions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace firn::reconcile {

namespace {

using statement::Line;

/// What invoices may bill anew: those of other uses and kinds stand beside each other.
using Use = std::tuple<std::optional<BillingPeriod>, std::string, std::string, statement::LineType,
                       std::string, std::string, std::string>;

struct Invoice {
    std::string number;
    std::optional<Instant> issued{};
    std::vector<std::size_t> lines{};
};

/// "999" is lower than "1000"; texts that are no numbers have no order.
bool is_higher(std::string_view a, std::string_view b) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!std::all_of(a.begin(), a.end(), is_digit) || !std::all_of(b.begin(), b.end(), is_digit))
        return false;
    a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
    b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
    return a.size() == b.size() ? a > b : a.size() > b.size();
}

/// The first is older, where that can be told without the order of rows.
bool is_older(const Invoice& a, const Invoice& b) {
    if (a.number.empty() != b.number.empty()) return a.number.empty();
    if (a.issued && b.issued && *a.issued != *b.issued) return *a.issued < *b.issued;
    return is_higher(b.number, a.number);
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

}  // namespace

Versions versions_of(const statement::Statement& statement) {
    std::map<Use, std::vector<Invoice>> uses;
    for (std::size_t i = 0; i < statement.lines.size(); ++i) {
        const Line& line = statement.lines[i];
        auto& invoices = uses[{line.month, line.account, line.service, line.type, line.bill_type,
                               line.usage_type, line.operation}];
        auto found = std::find_if(invoices.begin(), invoices.end(),
                                  [&](const Invoice& invoice) { return invoice.number == line.invoice; });
        if (found == invoices.end())
            found = invoices.insert(found, {.number = line.invoice, .issued = line.invoiced});
        found->lines.push_back(i);
    }
    Versions versions;
    for (const auto& [use, invoices] : uses) {
        auto newest = invoices.begin();
        for (auto invoice = invoices.begin() + 1; invoice != invoices.end(); ++invoice) {
            if (!is_older(*invoice, *newest)) newest = invoice;
        }
        for (auto invoice = invoices.begin(); invoice != invoices.end(); ++invoice) {
            auto& lines = invoice == newest ? versions.held : versions.superseded;
            lines.insert(lines.end(), invoice->lines.begin(), invoice->lines.end());
        }
    }
    std::sort(versions.held.begin(), versions.held.end());
    std::sort(versions.superseded.begin(), versions.superseded.end());
    for (const std::size_t index : versions.superseded)
        add_once(versions.superseded_invoices, statement.lines[index].invoice);
    return versions;
}

}  // namespace firn::reconcile
