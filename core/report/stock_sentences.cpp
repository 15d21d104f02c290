#include "core/report/stock_sentences.hpp"

#include "core/report/amounts.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <utility>

namespace firn::report {

namespace {

using Sentences = std::vector<std::string>;

bool is_of_class(const scenario::StockPart& part, const scenario::Scenario& scenario) {
    return part.storage_class.empty() || part.storage_class == scenario.storage_class;
}

std::uint64_t archives_of_other_classes(const scenario::Scenario& scenario) {
    std::uint64_t archives = 0;
    for (const scenario::StockPart& part : scenario.stock.parts)
        archives += is_of_class(part, scenario) ? 0 : static_cast<std::uint64_t>(part.archives);
    return archives;
}

void append_unknown(const char* what, std::uint64_t archives, const char* who_leaves, Sentences& sentences) {
    if (archives == 0) return;
    sentences.push_back(fmt::format("Nobody knows the {} of {} that {} there at the start: {} {} out.", what,
                                    counted(archives, "archive", "archives"), archives == 1 ? "lies" : "lie",
                                    who_leaves, archives == 1 ? "it" : "them"));
}

bool meets_archives(const scenario::Life& life) { return life.retrieves() || life.damage || life.changes; }

}  // namespace

std::vector<std::string> stock_sentences(const ServiceTold& told) {
    Sentences sentences;
    append_unknown("owners", told.life.standing_owners_unknown, "a batch of an owner leaves", sentences);
    append_unknown("keys", told.life.standing_keys_unknown, "tables of keys leave", sentences);
    if (auto others = other_classes_sentence(told.scenario)) sentences.push_back(*std::move(others));
    return sentences;
}

std::optional<std::string> other_classes_sentence(const scenario::Scenario& scenario) {
    const std::uint64_t others = archives_of_other_classes(scenario);
    if (others == 0 || !meets_archives(scenario.life)) return std::nullopt;
    return fmt::format(
        "{} of the stock {} of another class than {}: restores, audits, damage and deletions "
        "leave {} out.",
        counted(others, "archive", "archives"), others == 1 ? "is" : "are", scenario.storage_class,
        others == 1 ? "it" : "them");
}

}  // namespace firn::report
