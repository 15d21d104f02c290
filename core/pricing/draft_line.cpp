#include "core/pricing/draft_line.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/pricing/price_change_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace firn::pricing {

using firn::to_text;
using usage::to_text;

namespace {

bool print_alike(const DraftLine& a, const DraftLine& b) {
    const Tariff& first = *a.tariff->tariff;
    const Tariff& second = *b.tariff->tariff;
    return first.charge == second.charge && first.storage_class == second.storage_class &&
           first.tier == second.tier && first.usage_type == second.usage_type &&
           first.operations == second.operations && a.band == b.band &&
           a.price_band().price == b.price_band().price;
}

/// By the first FAQ's steps where the line has some, exact otherwise.
Money faq_cost_of(const DraftLine& line) {
    return line.faq_2012_cost.value_or(line.price_band().price * line.quantity);
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
    if (text.empty() || std::find(texts.begin(), texts.end(), text) != texts.end()) return;
    texts.push_back(text);
}

/// "0.010 USD a GB-Mo"
std::string price_text(const UnitPrice& price, BillingUnit unit, const std::string& currency) {
    if (unit != BillingUnit::requests)
        return fmt::format("{} {} a {}", to_text(price), currency, to_text(unit));
    const UnitPrice for_thousand{Rational{price.per_unit() * 1000}};
    return fmt::format("{} {} a thousand requests ({} each)", to_text(for_thousand), currency,
                       to_text(price));
}

std::string sources_text(const Evidence& evidence, const PriceBook& book) {
    std::string text;
    for (const std::size_t index : evidence.sources) {
        const Source& source = book.sources.at(index);
        text +=
            fmt::format("{}{} ({}, {})", text.empty() ? "" : "; ", source.title, source.date, source.address);
    }
    return text;
}

/// "2012-08-20 to 2015-08-31", both included; "from 2026-01-01 on"; "on 2016-01-15 and held for every month".
std::string validity_text(const PricePeriod& period) {
    const auto day = [](Instant instant) { return to_text(instant).substr(0, 10); };
    if (period.held_of) return fmt::format("on {} and held for every month", day(*period.held_of));
    if (period.until == open_end()) return fmt::format("from {} on", day(period.from));
    return fmt::format("{} to {}", day(period.from), day(period.until - Duration{1}));
}

std::string stated_price_step(const DraftLine& line, const PriceBook& book) {
    const BillingUnit unit = line.tariff->tariff->unit;
    const std::string stated = price_text(line.price_band().price, unit, book.currency);
    if (line.piece->listed == nullptr) {
        return fmt::format("Price: {}, stated in the usage file; the price book has none for this month.",
                           stated);
    }
    return fmt::format("Price: {}, stated in the usage file in place of the price book's {}.", stated,
                       price_text(line.piece->listed->bands.front().price, unit, book.currency));
}

std::string band_text(const DraftLine& line) {
    const auto& bands = line.tariff->bands(*line.piece);
    if (bands.size() == 1) return {};
    const std::string_view unit = to_text(line.tariff->tariff->unit);
    const Rational lower = line.band == 0 ? Rational{0} : *bands.at(line.band - 1).up_to;
    const auto& upper = line.price_band().up_to;
    return upper ? fmt::format(", band from {} to {} {}", grouped(lower), grouped(*upper), unit)
                 : fmt::format(", band above {} {}", grouped(lower), unit);
}

std::string listed_price_step(const DraftLine& line, const PriceBook& book) {
    const PricePeriod& listed = *line.piece->listed;
    return fmt::format("Price: {}{}, valid {}. Source: {}.",
                       price_text(line.price_band().price, line.tariff->tariff->unit, book.currency),
                       band_text(line), validity_text(listed), sources_text(listed.evidence, book));
}

std::vector<std::string> doubts_of(const DraftLine& line) {
    std::vector<std::string> doubts = line.doubts;
    if (line.tariff->stated_price != nullptr || line.piece->listed == nullptr) return doubts;
    const auto& rate_doubt = line.tariff->tariff->rate_doubt;
    if (rate_doubt && (!rate_doubt->until || line.piece->from < *rate_doubt->until))
        add_once(doubts, rate_doubt->reason);
    add_once(doubts, line.piece->listed->evidence.doubt);
    add_once(doubts, line.price_band().doubt);
    return doubts;
}

std::string free_step(const DraftLine& line) {
    const Rational free = line.tariff->free(*line.piece);
    if (free == 0 || line.band != 0) return {};
    const std::string_view unit = to_text(line.tariff->tariff->unit);
    const bool stated = line.tariff->stated_free != nullptr;
    const bool is_split = line.tariff->pieces.size() > 1;
    return fmt::format("The first {} {} of the month {} free{}, taken from the first band{}.", grouped(free),
                       unit, free == 1 ? "is" : "are", stated ? " (stated in the usage file)" : "",
                       is_split ? "; of them this price has the share of its hours" : "");
}

std::string cost_step(const DraftLine& line, const LineItem& item, const PriceBook& book, Rounding rounding) {
    if (rounding == Rounding::faq_2012 && line.faq_2012_cost) {
        return fmt::format("Cost: {} {}, by the rounded steps of the first FAQ; exact {}.",
                           grouped(to_text(item.cost, rounding)), book.currency,
                           grouped(item.cost_exact.amount(), 12));
    }
    std::string text =
        fmt::format("Cost: {} {} × {} = {} {}", grouped(item.quantity), item.unit, to_text(item.unit_price),
                    grouped(item.cost_exact.amount(), 12), book.currency);
    if (rounding == Rounding::exact) return text + ", not rounded.";
    return text + fmt::format("; {}: {}.", explanation(rounding), grouped(to_text(item.cost, rounding)));
}

/// Where the listed price changed, and what a person changed about it.
void append_changes(const DraftLine& line, const PriceBook& book, std::vector<std::string>& steps) {
    const PricePeriod& listed = *line.piece->listed;
    add_once(steps, price_change_text(*line.tariff->tariff, listed, line.band,
                                      BillingPeriod::containing(line.piece->from), book));
    for (const std::string& what_if : listed.evidence.what_ifs)
        steps.push_back(fmt::format("What if: the price is {}.", what_if));
}

std::vector<std::string> steps_of(const DraftLine& line, const LineItem& item, const PriceBook& book,
                                  Rounding rounding) {
    std::vector<std::string> steps = line.origins;
    if (line.is_sum) {
        steps.push_back(fmt::format("In all {} {}.", grouped(Rational{line.quantity + line.free_quantity}),
                                    to_text(line.tariff->tariff->unit)));
    }
    add_once(steps, free_step(line));
    const bool stated = line.tariff->stated_price != nullptr || line.piece->listed == nullptr;
    steps.push_back(stated ? stated_price_step(line, book) : listed_price_step(line, book));
    if (!stated) append_changes(line, book, steps);
    for (const std::string& doubt : item.doubts)
        steps.push_back(fmt::format("Not confirmed: {}.", doubt));
    const std::string& name_doubt = line.tariff->tariff->usage_type_doubt;
    if (!name_doubt.empty()) {
        steps.push_back(
            fmt::format("The name {} of this usage type is not confirmed: {}.", item.usage_type, name_doubt));
    }
    steps.push_back(cost_step(line, item, book, rounding));
    return steps;
}

}  // namespace

void add_line(std::vector<DraftLine>& lines, DraftLine line) {
    const auto same = std::find_if(lines.begin(), lines.end(),
                                   [&](const DraftLine& other) { return print_alike(other, line); });
    if (same == lines.end()) {
        lines.push_back(std::move(line));
        return;
    }
    if (same->faq_2012_cost || line.faq_2012_cost)
        same->faq_2012_cost = faq_cost_of(*same) + faq_cost_of(line);
    same->quantity += line.quantity;
    same->free_quantity += line.free_quantity;
    if (same->kind != line.kind) same->kind.clear();
    if (same->tariff != line.tariff) same->is_sum = true;
    for (const std::string& origin : line.origins)
        add_once(same->origins, origin);
    for (const std::string& doubt : doubts_of(line))
        add_once(same->doubts, doubt);
}

LineItem finished_line(const DraftLine& line, const PriceBook& book, PricingOptions options) {
    const Tariff& tariff = *line.tariff->tariff;
    LineItem item{.charge = tariff.charge,
                  .storage_class = tariff.storage_class,
                  .kind = line.kind,
                  .tier = tariff.tier,
                  .usage_type = book.usage_type_prefix + tariff.usage_type,
                  .operation = tariff.operations.empty() ? "" : tariff.operations.front(),
                  .sku = line.piece->listed != nullptr ? line.piece->listed->evidence.sku : "",
                  .unit = std::string{to_text(tariff.unit)},
                  .quantity = line.quantity,
                  .free_quantity = line.free_quantity,
                  .unit_price = line.price_band().price,
                  .doubts = doubts_of(line)};
    item.cost_exact = item.unit_price * item.quantity;
    item.cost = rounded(item.cost_exact, options.rounding);
    if (options.rounding == Rounding::faq_2012 && line.faq_2012_cost)
        item.cost = rounded(*line.faq_2012_cost, options.rounding);
    if (options.explain) item.steps = steps_of(line, item, book, options.rounding);
    return item;
}

}  // namespace firn::pricing
