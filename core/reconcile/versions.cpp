#include "core/reconcile/versions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace firn::reconcile {

namespace {

using statement::Line;

/// What an invoice is for: invoices of different subjects stand beside each other.
using Subject = std::tuple<std::optional<BillingPeriod>, std::string, std::string, statement::LineType>;
using Use = std::pair<std::string, std::string>;

struct Invoice {
    std::string number;
    std::vector<std::size_t> lines{};
    std::set<Use> uses{};
};

bool shares_a_use(const Invoice& a, const Invoice& b) {
    return std::any_of(a.uses.begin(), a.uses.end(), [&](const Use& use) { return b.uses.count(use) > 0; });
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

}  // namespace

Versions versions_of(const statement::Statement& statement) {
    std::map<Subject, std::vector<Invoice>> subjects;
    for (std::size_t i = 0; i < statement.lines.size(); ++i) {
        const Line& line = statement.lines[i];
        auto& invoices = subjects[{line.month, line.account, line.service, line.type}];
        auto found = std::find_if(invoices.begin(), invoices.end(),
                                  [&](const Invoice& invoice) { return invoice.number == line.invoice; });
        if (found == invoices.end()) found = invoices.insert(found, {.number = line.invoice});
        found->lines.push_back(i);
        found->uses.emplace(line.usage_type, line.operation);
    }
    Versions versions;
    for (const auto& [subject, invoices] : subjects) {
        for (auto invoice = invoices.begin(); invoice != invoices.end(); ++invoice) {
            const bool is_superseded = std::any_of(invoice + 1, invoices.end(), [&](const Invoice& later) {
                return shares_a_use(*invoice, later);
            });
            auto& lines = is_superseded ? versions.superseded : versions.held;
            lines.insert(lines.end(), invoice->lines.begin(), invoice->lines.end());
            if (is_superseded) add_once(versions.superseded_invoices, invoice->number);
        }
    }
    std::sort(versions.held.begin(), versions.held.end());
    std::sort(versions.superseded.begin(), versions.superseded.end());
    return versions;
}

}  // namespace firn::reconcile
