#include "core/report/stock_sentences.hpp"

#include "core/report/amounts.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>

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

bool asks_by_key_or_owner(const scenario::Life& life) {
    const auto asks = [](const scenario::Restore& restore) {
        return !restore.trace.empty() ||
               (restore.batch && restore.batch->kind == scenario::Batch::Kind::owner);
    };
    return (life.changes && !life.changes->deletion_trace.empty()) ||
           std::any_of(life.restores.begin(), life.restores.end(), asks);
}

bool meets_archives(const scenario::Life& life) { return life.retrieves() || life.damage || life.changes; }

}  // namespace

std::uint64_t standing_archives(const scenario::Scenario& scenario) {
    auto archives = static_cast<std::uint64_t>(scenario.stock.archives);
    for (const scenario::StockPart& part : scenario.stock.parts)
        archives += is_of_class(part, scenario) ? static_cast<std::uint64_t>(part.archives) : 0;
    return archives;
}

std::vector<std::string> stock_sentences(const scenario::Scenario& scenario) {
    Sentences sentences;
    const std::uint64_t standing = standing_archives(scenario);
    if (standing > 0 && asks_by_key_or_owner(scenario.life)) {
        sentences.push_back(
            fmt::format("Nobody knows the owners and the keys of {} that {} there at the start: the batch of "
                        "an owner and tables of keys leave {} out.",
                        counted(standing, "archive", "archives"), standing == 1 ? "lies" : "lie",
                        standing == 1 ? "it" : "them"));
    }
    const std::uint64_t others = archives_of_other_classes(scenario);
    if (others > 0 && meets_archives(scenario.life)) {
        sentences.push_back(
            fmt::format("{} of the stock {} of another class than {}: restores, audits, "
                        "damage and deletions leave {} out.",
                        counted(others, "archive", "archives"), others == 1 ? "is" : "are",
                        scenario.storage_class, others == 1 ? "it" : "them"));
    }
    return sentences;
}

}  // namespace firn::report
