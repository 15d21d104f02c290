#include "core/report/restored_sentences.hpp"

#include "core/planner/restore_times.hpp"
#include "core/report/amounts.hpp"
#include "core/report/price_period_text.hpp"
#include "core/report/service_words.hpp"
#include "core/storage/retrieval_times.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace firn::report {

namespace {

using service::RestoreOutcome;

/// "; 2 are not found; 3 are still open": what of the requests was not restored.
std::string unrestored_text(const RestoreOutcome& restore) {
    std::string text;
    if (restore.not_found > 0) text += fmt::format("; {} not found", counted(restore.not_found, "is", "are"));
    if (restore.open > 0) text += fmt::format("; {} still open", counted(restore.open, "is", "are"));
    return text;
}

std::string complete_text(const ServiceTold& told, std::size_t i) {
    if (!told.scenario.life.restores[i].batch) return "";
    const RestoreOutcome& restore = told.life.restores[i];
    if (!restore.complete) return "; the batch is not complete when the months end";
    return fmt::format("; the batch is complete on {}, {} after it was asked for",
                       day_text(told.start + *restore.complete), to_rough_text(*restore.batch_time));
}

std::string targets_text(const ServiceTold& told, std::size_t i) {
    std::string text;
    for (const auto& [target, is_met] : planner::target_outcomes(told.scenario, told.life, i)) {
        const std::string wanted =
            fmt::format("the {} of {}", scenario::to_text(target.kind), firn::to_text(target.within));
        text += is_met ? fmt::format("; {} is {}", wanted, *is_met ? "met" : "missed")
                       : fmt::format("; whether {} is met is not known", wanted);
    }
    return text;
}

/// Why nobody asks for anything: "owner 4711 has no file there on 2013-01-15".
std::string nothing_text(const ServiceTold& told, const scenario::Restore& restore) {
    if (restore.batch) {
        const std::string day = day_text(restore.at.value_or(told.start));
        switch (restore.batch->kind) {
            case scenario::Batch::Kind::owner:
                return told.life.standing_owners_unknown > 0
                           ? fmt::format("no file is known to be owner {}'s on {}", restore.batch->owner, day)
                           : fmt::format("owner {} has no file there on {}", restore.batch->owner, day);
            case scenario::Batch::Kind::share:
                return fmt::format("no file that lies there on {} is in the share", day);
            case scenario::Batch::Kind::all:
                return fmt::format("nothing lies there on {}", day);
        }
    }
    return restore.trace.empty() ? "no request falls into the months" : "no row falls into the months";
}

/// "bulk dump: 998 of 1,000 files asked for are restored by 12 retrievals, ..."
std::string restore_sentence(const ServiceTold& told, std::size_t i) {
    const RestoreOutcome& restore = told.life.restores[i];
    if (restore.requests == 0) {
        return fmt::format("{}: no file is asked for: {}.", restore.name,
                           nothing_text(told, told.scenario.life.restores[i]));
    }
    std::string text =
        fmt::format("{}: {} of {} asked for {} restored by {}", restore.name, count_text(restore.restored),
                    counted(restore.requests, "file", "files"), restore.restored == 1 ? "is" : "are",
                    counted(restore.retrievals, "retrieval", "retrievals"));
    if (restore.restored > 0) {
        text += fmt::format(", half of them within {}, 99 % within {}",
                            quantile_text(restore.time, restore.time.p50),
                            quantile_text(restore.time, restore.time.p99));
    }
    return text + unrestored_text(restore) + complete_text(told, i) + targets_text(told, i) + ".";
}

/// A pace that was free goes on when nothing is free any more.
void append_allowance_ended(const ServiceTold& told, std::size_t i, std::vector<std::string>& sentences) {
    const RestoreOutcome& restore = told.life.restores[i];
    if (told.scenario.life.restores[i].pacing != scenario::Pacing::free || !restore.last_start) return;
    if (told.start + *restore.last_start < storage::kFirstTiers) return;
    sentences.push_back(
        fmt::format("{} keeps to the pace of the free allowance, 5 % of what is stored a month, after "
                    "2016-11-20 too, when the allowance ended: nothing is free then, and asking slowly saves "
                    "nothing.",
                    restore.name));
}

}  // namespace

std::vector<std::string> restored_sentences(const ServiceTold& told) {
    std::vector<std::string> sentences;
    for (std::size_t i = 0; i < told.life.restores.size(); ++i) {
        sentences.push_back(restore_sentence(told, i));
        append_allowance_ended(told, i, sentences);
    }
    return sentences;
}

}  // namespace firn::report
