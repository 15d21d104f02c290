#include "core/price_lists/product_intake.hpp"

#include "core/price_lists/listed_price.hpp"
#include "core/price_lists/regions.hpp"
#include "core/price_lists/rules.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace firn::price_lists {

namespace {

bool is_wanted(const Product& product) {
    const auto all = rules();
    return std::any_of(all.begin(), all.end(), [&](const Rule& rule) { return wants(rule, product); });
}

}  // namespace

void ProductIntake::identify(std::string_view offer, std::string_view version, std::string_view published) {
    std::string day = day_of(published);
    if (day.empty()) day = day_of(version);
    const auto same = [&](const ListIdentity& known) {
        return known.offer == offer && known.version == version && known.published == day;
    };
    auto& known = list_.identities;
    list_.current = static_cast<std::size_t>(std::find_if(known.begin(), known.end(), same) - known.begin());
    if (list_.current < known.size()) return;
    known.push_back({text_.file(), std::string{offer}, std::string{version}, std::move(day)});
}

void ProductIntake::identify_again(std::string_view offer, std::string_view version,
                                   std::string_view published) {
    list_.identities.pop_back();
    identify(offer, version, published);
}

Product* ProductIntake::take(const RawProduct& raw) {
    ++list_.products_seen;
    const std::string_view offer =
        !raw.offer.empty() || list_.identities.empty() ? raw.offer : list_.identities[list_.current].offer;
    if (!may_be_wanted(offer, raw.usage_type)) {
        ++list_.unused[{std::string{offer}, std::string{raw.usage_type}, std::string{raw.operation}}];
        return nullptr;
    }
    const std::string_view location = raw.location.empty() ? raw.from_location : raw.location;
    std::string region{raw.region.empty() ? raw.from_region : raw.region};
    if (region.empty()) region = region_of_location(location);
    list_.products.push_back({.offer = std::string{offer},
                              .sku = std::string{raw.sku},
                              .region = std::move(region),
                              .location = std::string{location},
                              .usage_type = std::string{raw.usage_type},
                              .operation = std::string{raw.operation},
                              .transfer_type = std::string{raw.transfer_type},
                              .to_location = std::string{raw.to_location},
                              .volume_type = std::string{raw.volume_type},
                              .where = text_.at(raw.offset),
                              .offset = raw.offset,
                              .list = list_.current});
    return &list_.products.back();
}

void ProductIntake::check_identities() {
    for (const ListIdentity& identity : list_.identities) {
        if (!is_known_offer(identity.offer)) {
            text_.report(0, 1,
                         {.code = "list-offer-unknown",
                          .what = identity.offer.empty()
                                      ? std::string{"the list does not say whose prices it holds"}
                                      : fmt::format("these are prices of {}", firn::quoted(identity.offer)),
                          .expected = "a list of " + known_offers_text()});
        } else if (identity.published.empty()) {
            text_.report(0, 1,
                         {.code = "list-undated",
                          .what = "the list does not say when it was published",
                          .expected = "a publication date, such as 2026-09-11T12:45:07Z"});
        }
    }
}

void ProductIntake::check_currencies() {
    const ListedPrice* first = nullptr;
    for (const Product& product : list_.products) {
        for (const ListedPrice& price : product.prices) {
            if (first == nullptr) first = &price;
            if (price.currency == first->currency) continue;
            text_.report(price.offset, 1,
                         {.code = "list-currencies",
                          .what = fmt::format("this price is in {}, others of the list are in {}",
                                              printable(price.currency), printable(first->currency)),
                          .expected = "one currency in a list"});
            return;
        }
    }
}

/// A product that is listed without a price prices nothing; where Firn would have taken its price, that is
/// told.
void ProductIntake::drop_without_price() {
    for (const Product& product : list_.products) {
        if (!product.prices.empty()) continue;
        ++list_.unused[{product.offer, product.usage_type, product.operation}];
        if (!is_wanted(product)) continue;
        text_.report(product.offset, 1,
                     {.code = "list-price-missing",
                      .severity = Severity::warning,
                      .what = fmt::format(
                          "{} ({}{}{}) is listed without a price", product.sku, printable(product.usage_type),
                          product.operation.empty() ? "" : ", ", printable(product.operation)),
                      .expected = "a term under OnDemand with a price of each range",
                      .remedy = "the list may be cut: load it again; the product is left out"});
    }
    std::erase_if(list_.products, [](const Product& product) { return product.prices.empty(); });
}

PriceList ProductIntake::finish() && {
    if (text_.has_errors()) return std::move(list_);
    check_identities();
    if (text_.has_errors()) return std::move(list_);
    drop_without_price();
    for (Product& product : list_.products)
        check_product(product, text_);
    check_currencies();
    if (!text_.has_errors() && list_.products.empty()) {
        text_.report(0, 1,
                     {.code = "list-not-ours",
                      .what = fmt::format("none of the {} products of this list is one that Firn prices",
                                          list_.products_seen),
                      .expected = "storage, requests, retrieval or transfer out of " + known_offers_text()});
    }
    return std::move(list_);
}

}  // namespace firn::price_lists
