#include "core/price_lists/found_prices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace firn::price_lists {

namespace {

using Products = std::vector<const Product*>;

/// The prefix of a region by the first rule that tells it: Standard storage, as a rule.
std::optional<std::string> prefix_in(const Products& products) {
    for (const Rule& rule : rules()) {
        std::optional<std::string> shortest;
        for (const Product* product : products) {
            if (!wants_operation(rule, *product)) continue;
            const auto prefix = prefix_of(product->usage_type, rule);
            if (!prefix) continue;
            if (!shortest || prefix->size() < shortest->size()) shortest = *prefix;
        }
        if (shortest) return shortest;
    }
    return std::nullopt;
}

bool unit_is(std::string_view listed, pricing::BillingUnit unit) {
    switch (unit) {
        case pricing::BillingUnit::gb_month:
            return listed == "GB-Mo" || listed == "GB-mo" || listed == "GB-Month" || listed == "GB-month";
        case pricing::BillingUnit::gb:
            return listed == "GB";
        case pricing::BillingUnit::requests:
            return listed == "Requests" || listed == "Request";
        case pricing::BillingUnit::units:
            return listed == "Units";
    }
    return false;
}

bool same_prices(const Product& a, const Product& b) {
    return std::equal(a.prices.begin(), a.prices.end(), b.prices.begin(), b.prices.end(),
                      [](const ListedPrice& x, const ListedPrice& y) {
                          return x.effective == y.effective && x.begin == y.begin && x.end == y.end &&
                                 x.price == y.price;
                      });
}

bool name_the_same(const Rule& a, const Rule& b) {
    return a.book == b.book && a.charge == b.charge && a.storage_class == b.storage_class &&
           a.kind == b.kind && a.tier == b.tier;
}

/// Works on the products of one edition in one region.
class Search {
  public:
    Search(RegionPrices& found, const Products& products, Diagnostics& notes)
        : found_{found}, products_{products}, notes_{notes} {}

    void run() {
        for (const Rule& rule : rules()) {
            if (rule.book != found_.book || has(rule)) continue;
            if (const Product* best = best_of(rule)) take(rule, *best);
        }
    }

  private:
    [[nodiscard]] bool has(const Rule& rule) const {
        return std::any_of(found_.prices.begin(), found_.prices.end(),
                           [&](const FoundPrice& known) { return name_the_same(*known.rule, rule); });
    }

    const Product* best_of(const Rule& rule) {
        const Product* best = nullptr;
        for (const Product* product : products_) {
            if (!wants_operation(rule, *product) || prefix_of(product->usage_type, rule) != found_.prefix)
                continue;
            if (best == nullptr) {
                best = product;
                continue;
            }
            const auto rank = preference(rule, product->operation);
            const auto best_rank = preference(rule, best->operation);
            if (rank == best_rank && !same_prices(*product, *best)) report_two(*best, *product);
            if (rank != best_rank && !same_prices(*product, *best))
                report_differing(rule, rank < best_rank ? *product : *best,
                                 rank < best_rank ? *best : *product);
            if (std::tie(rank, product->sku) < std::tie(best_rank, best->sku)) best = product;
        }
        return best;
    }

    void take(const Rule& rule, const Product& product) {
        for (const ListedPrice& price : product.prices) {
            if (unit_is(price.unit, rule.unit)) continue;
            notes_.push_back({.code = "list-unit-differs",
                              .where = price.where,
                              .what = fmt::format("{} is priced by \"{}\"", product.usage_type, price.unit),
                              .expected = fmt::format("a price by {}", to_text(rule.unit))});
            return;
        }
        found_.prices.push_back({&rule, &product});
    }

    void report_two(const Product& first, const Product& second) {
        notes_.push_back({.code = "list-two-prices",
                          .where = second.prices.front().where,
                          .what = fmt::format("there are two prices for {}{}{} in {}: those of {} and of {}",
                                              second.usage_type, second.operation.empty() ? "" : ", ",
                                              second.operation, second.region, first.sku, second.sku),
                          .expected = "one product for a usage type and operation in a region"});
    }

    void report_differing(const Rule& rule, const Product& taken, const Product& other) {
        // Uploads and copies are one charge; elsewhere an operation of its own may have a price of its own.
        if (rule.kind != "put" || other.operation.empty()) return;
        notes_.push_back(
            {.code = "list-prices-differ",
             .severity = Severity::warning,
             .where = other.prices.front().where,
             .what = fmt::format("{} has another price for {} than for {}", other.usage_type, other.operation,
                                 taken.operation),
             .expected = "one price for all of them",
             .remedy = fmt::format("the price of {} ({}) is taken", taken.operation, taken.sku)});
    }

    RegionPrices& found_;
    const Products& products_;
    Diagnostics& notes_;
};

void check_currency(const RegionPrices& prices, std::map<std::string, std::string>& currencies,
                    Diagnostics& notes) {
    for (const FoundPrice& found : prices.prices) {
        for (const ListedPrice& price : found.product->prices) {
            const auto [known, is_new] = currencies.try_emplace(prices.region, price.currency);
            if (is_new || known->second == price.currency) continue;
            notes.push_back({.code = "list-currencies",
                             .where = price.where,
                             .what = fmt::format("this price of {} is in {}, others are in {}", prices.region,
                                                 price.currency, known->second),
                             .expected = "one currency in a region"});
            return;
        }
    }
}

using Classes = std::set<std::string_view>;

/// Whether the price is that of requests to S3 Standard, which holds for another class too.
bool is_of_standard(const FoundPrice& price) {
    const Rule& rule = *price.rule;
    return rule.kind == "list" || (rule.offer == offer::kS3 && rule.usage_type == "Requests-Tier1" &&
                                   rule.storage_class != "standard");
}

void add_classes(const RegionPrices& edition, Classes& classes) {
    for (const FoundPrice& price : edition.prices) {
        if (!is_of_standard(price)) classes.insert(price.rule->storage_class);
    }
}

/// Listing and, in some classes, the parts of an upload cost what they do in S3 Standard; that says nothing
/// of a class that a region's lists do not have. The parts must be of an edition that has the class: later
/// classes are not in early lists. What is listed may have its class in the list of another offer.
void drop_requests_of_absent_classes(std::vector<RegionPrices>& editions) {
    Classes all;
    for (const RegionPrices& edition : editions)
        add_classes(edition, all);
    for (RegionPrices& edition : editions) {
        Classes own;
        add_classes(edition, own);
        std::erase_if(edition.prices, [&](const FoundPrice& price) {
            const Classes& classes = price.rule->kind == "list" ? all : own;
            return is_of_standard(price) && classes.count(price.rule->storage_class) == 0;
        });
    }
}

/// What belongs together: a region's products by edition of their list.
struct Region {
    Products all{};
    std::map<std::tuple<std::string, std::string, std::string>, std::pair<ListIdentity, Products>> editions{};
    std::set<std::string_view> books{};
};

std::map<std::string, Region> by_region(std::span<const PriceList> lists) {
    std::map<std::string, Region> regions;
    for (const PriceList& list : lists) {
        for (const Product& product : list.products) {
            if (product.region.empty()) continue;
            Region& region = regions[product.region];
            const ListIdentity& identity = list.identities.at(product.list);
            auto& edition = region.editions[{identity.published, identity.offer, identity.version}];
            edition.first = identity;
            edition.second.push_back(&product);
            region.all.push_back(&product);
            const std::string_view book = book_of_offer(product.offer);
            if (!book.empty()) region.books.insert(book);
        }
    }
    return regions;
}

}  // namespace

FoundPrices find_prices(std::span<const PriceList> lists) {
    FoundPrices found;
    auto regions = by_region(lists);
    const bool has_storage = std::any_of(regions.begin(), regions.end(),
                                         [](const auto& entry) { return !entry.second.books.empty(); });
    std::map<std::string, std::string> currencies;
    std::set<const Product*> used;
    for (auto& [name, region] : regions) {
        // Lists of transfer hold all regions: those of which nothing else was read are not meant.
        if (has_storage && region.books.empty()) continue;
        if (region.books.empty()) region.books = {book_of_offer(offer::kS3)};
        const auto prefix = prefix_in(region.all);
        if (!prefix) continue;
        for (const std::string_view book : region.books) {
            std::vector<RegionPrices> editions;
            for (const auto& [key, edition] : region.editions) {
                editions.push_back({.book = book, .region = name, .prefix = *prefix, .list = edition.first});
                Search{editions.back(), edition.second, found.notes}.run();
            }
            drop_requests_of_absent_classes(editions);
            for (RegionPrices& prices : editions) {
                check_currency(prices, currencies, found.notes);
                for (const FoundPrice& price : prices.prices)
                    used.insert(price.product);
                if (!prices.prices.empty()) found.regions.push_back(std::move(prices));
            }
        }
    }
    std::stable_sort(found.regions.begin(), found.regions.end(), [](const auto& a, const auto& b) {
        return std::tie(a.book, a.region) < std::tie(b.book, b.region);
    });
    for (const PriceList& list : lists) {
        found.products_seen += list.products_seen;
        for (const auto& [what, count] : list.unused)
            found.unused[what] += count;
        for (const Product& product : list.products) {
            if (used.count(&product) == 0)
                ++found.unused[{product.offer, product.usage_type, product.operation}];
        }
    }
    found.products_used = used.size();
    return found;
}

}  // namespace firn::price_lists
