#include "core/report/service_sentences.hpp"

#include "core/planner/restore_times.hpp"
#include "core/report/amounts.hpp"
#include "core/report/life_sentences.hpp"
#include "core/report/outage_words.hpp"
#include "core/report/price_period_text.hpp"
#include "core/report/service_figures.hpp"
#include "core/report/service_words.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace firn::report {

namespace {

using Sentences = std::vector<std::string>;
using service::BackfillOutcome;
using service::FaultCounts;

std::string files_text(std::uint64_t files) { return counted(files, "file", "files"); }

/// "2013-02-03, 94.2 days after the start"
std::string when_text(const ServiceTold& told, Duration since_start) {
    return fmt::format("{}, {} after the start", day_text(told.start + since_start),
                       to_rough_text(since_start));
}

void append_lost(const ServiceTold& told, Sentences& sentences) {
    const std::uint64_t failed = files_failed(told.pipeline.faults);
    if (failed > 0) {
        sentences.push_back(fmt::format(
            "Warning: {} given up and {} not in the vault; send them again (--failures FILE lists "
            "them), and allow more attempts or longer pauses.",
            counted(failed, "file was", "files were"), failed == 1 ? "is" : "are"));
    }
    const auto& backfill = told.pipeline.backfill;
    if (!backfill || backfill->dead_drives == 0) return;
    sentences.push_back(fmt::format(
        "Warning: {} dead and {} on {} lost ({}); look for other copies before the old place is switched "
        "off.",
        counted(backfill->dead_drives, "drive is", "drives are"),
        counted(backfill->files_on_dead_drives, "file", "files"), backfill->dead_drives == 1 ? "it" : "them",
        to_rough_text(backfill->bytes_on_dead_drives)));
}

void append_states(const ServiceTold& told, Sentences& sentences) {
    const service::FileStates& files = told.pipeline.files;
    if (files.stored == files.arrived) return;
    sentences.push_back(fmt::format("Of {} that arrived {} stored, {} waiting, {} failed and {} vanished.",
                                    files_text(files.arrived), counted(files.stored, "is", "are"),
                                    counted(files.waiting, "is", "are"), count_text(files.failed),
                                    count_text(files.vanished)));
}

/// What comes after the date on which the backfill is stored.
std::string verified_text(const ServiceTold& told, const BackfillOutcome& backfill) {
    if (backfill.files_on_dead_drives > 0)
        return "what lay on dead drives is lost, so not all of the old place is in the vault";
    if (told.scenario.backfill->verification == scenario::Verification::checksum)
        return "the old place could be switched off then (verified by checksum)";
    if (const auto at = switch_off(told)) {
        return fmt::format(
            "audits and restores have read each of its archives by {}: the old place could be switched off "
            "then",
            when_text(told, *at));
    }
    if (*backfill.done >= planner::horizon_of(told.life, told.start))
        return "that is after the last month, and nothing is verified after it";
    return fmt::format(
        "it is not verified within the months: audits and restores have read all but {} of its {}, so the "
        "old "
        "place cannot be switched off yet",
        count_text(told.life.reads.backfill_unread), counted(backfill.archives, "archive", "archives"));
}

std::string backfill_sentence(const ServiceTold& told, const BackfillOutcome& backfill) {
    if (backfill.files.arrived == 0)
        return backfill.files_on_dead_drives > 0
                   ? "Nothing of the backfill is stored: all of its files lie on dead drives."
                   : "The backfill has no files.";
    const std::string all = fmt::format("The backfill of {} ({})", files_text(backfill.files.arrived),
                                        to_rough_text(backfill.bytes.arrived));
    if (!backfill.done) {
        return fmt::format("{} is not stored when the run ends: {} of it still {}.", all,
                           files_text(backfill.files.waiting),
                           backfill.files.waiting == 1 ? "waits" : "wait");
    }
    if (backfill.files.failed > 0) {
        return fmt::format(
            "{} ends on {}, but {} given up: the old place cannot be switched off before they are sent "
            "again.",
            all, when_text(told, *backfill.done), counted(backfill.files.failed, "file was", "files were"));
    }
    return fmt::format("{} is stored on {}; {}.", all, when_text(told, *backfill.done),
                       verified_text(told, backfill));
}

/// How often the shorter of two times goes into the longer.
Rational times_as_long(Duration one, Duration other) {
    const auto [less, more] = std::minmax(one, other);
    return Rational{more.count(), std::max<std::int64_t>(less.count(), 1)};
}

/// "half of them within 3.06 s in place of 0.27 s": p50 or p95, whichever differs more; else the mean or the
/// longest wait. Empty where none of them differs as it is shown.
std::string largest_difference(const backup::LatencySummary& meanwhile,
                               const backup::LatencySummary& without) {
    const auto change = [&](const char* within, const std::string& now, const std::string& before) {
        return now == before ? std::string{} : fmt::format("{} {} in place of {}", within, now, before);
    };
    const auto quantile_change = [&](const char* within, Duration now, Duration before) {
        return change(within, quantile_text(meanwhile, now), quantile_text(without, before));
    };
    const std::string half = quantile_change("half of them within", meanwhile.p50, without.p50);
    const std::string most = quantile_change("95 % within", meanwhile.p95, without.p95);
    const bool most_differs_more =
        times_as_long(meanwhile.p95, without.p95) > times_as_long(meanwhile.p50, without.p50);
    if (!most.empty() && (half.empty() || most_differs_more)) return most;
    if (!half.empty()) return half;
    const std::string mean =
        change("in the mean after", to_rough_text(meanwhile.mean), to_rough_text(without.mean));
    if (!mean.empty()) return mean;
    return change("the slowest after", to_rough_text(meanwhile.max), to_rough_text(without.max));
}

/// How long the same files would have waited, else how long those did that came afterwards:
/// "; without it that would have been 29.0 s", ", as without it, but 95 % within 24.2 s in place of 0.27 s".
std::string comparison_text(const BackfillOutcome& backfill) {
    const backup::LatencySummary& meanwhile = backfill.live_meanwhile;
    if (const auto& without = backfill.live_without) {
        const std::string text = quantile_text(*without, without->p99);
        if (text != quantile_text(meanwhile, meanwhile.p99))
            return fmt::format("; without it that would have been {}", text);
        const std::string difference = largest_difference(meanwhile, *without);
        return difference.empty() ? ", as they would have been without it"
                                  : ", as without it, but " + difference;
    }
    if (!backfill.done) return "";
    if (backfill.live_afterwards.max == Duration{0}) return "; no live file came afterwards";
    return ", afterwards within " + quantile_text(backfill.live_afterwards, backfill.live_afterwards.p99);
}

void append_backfill(const ServiceTold& told, Sentences& sentences) {
    const auto& backfill = told.pipeline.backfill;
    if (!backfill) return;
    sentences.push_back(backfill_sentence(told, *backfill));
    const backup::LatencySummary& meanwhile = backfill->live_meanwhile;
    if (meanwhile.max == Duration{0}) return;
    sentences.push_back(fmt::format("While it ran, 99 % of the live files were stored within {}{}.",
                                    quantile_text(meanwhile, meanwhile.p99), comparison_text(*backfill)));
}

std::string failed_attempts(std::uint64_t attempts, std::uint64_t failed, const char* stage) {
    return fmt::format("Of {} {} {} failed ({} %)", count_text(attempts),
                       fmt::format("{} {}", stage, attempts == 1 ? "attempt" : "attempts"),
                       count_text(failed), percent_text(failed, attempts));
}

void append_vanished(const FaultCounts& faults, Sentences& sentences) {
    if (faults.files_vanished == 0) return;
    std::string text = fmt::format("{} gone before {} could be fetched",
                                   counted(faults.files_vanished, "file was", "files were"),
                                   faults.files_vanished == 1 ? "it" : "they");
    if (faults.deleted_before_fetch > 0)
        text += fmt::format(", {} of these because their time to be kept had ended",
                            count_text(faults.deleted_before_fetch));
    sentences.push_back(text + ".");
}

void append_faults(const ServiceTold& told, Sentences& sentences) {
    const FaultCounts& faults = told.pipeline.faults;
    const scenario::Faults& asked = told.scenario.place.faults;
    const std::string after = fmt::format(
        "after {}", counted(static_cast<std::uint64_t>(asked.attempts), "failed attempt", "failed attempts"));
    if (asked.fetch_failure > 0) {
        sentences.push_back(
            fmt::format("{}; {} given up {}.",
                        failed_attempts(faults.fetch_attempts, faults.fetch_attempts_failed, "fetch"),
                        counted(faults.files_given_up, "file was", "files were"), after));
    }
    if (asked.upload_failure > 0) {
        sentences.push_back(
            fmt::format("{}; {} with {} given up {}.",
                        failed_attempts(faults.upload_attempts, faults.upload_attempts_failed, "upload"),
                        counted(faults.archives_given_up, "archive", "archives"),
                        counted(faults.files_in_archives_given_up, "file was", "files were"), after));
    }
    append_vanished(faults, sentences);
}

/// A single bundle may need more than the disk holds: it gets it, as docs/backup-service.md says.
std::string staging_text(Bytes most, Bytes size) {
    if (most <= size)
        return fmt::format("At most {} of the staging disk's {} were in use", to_rough_text(most),
                           to_rough_text(size));
    return fmt::format("Warning: files on the staging disk needed up to {}, and it holds {}",
                       to_rough_text(most), to_rough_text(size));
}

void append_staging(const ServiceTold& told, Sentences& sentences) {
    if (!told.scenario.place.staging) return;
    std::string text = staging_text(told.pipeline.staging_most, *told.scenario.place.staging);
    if (told.pipeline.closed_for_room > 0) {
        text += fmt::format(
            "; {} closed before {} full, for lack of room: a larger disk would make fewer "
            "archives",
            counted(told.pipeline.closed_for_room, "directory was", "directories were"),
            told.pipeline.closed_for_room == 1 ? "it was" : "they were");
    }
    sentences.push_back(text + ".");
}

/// "1.36 (34.0 %)", without the share where there is none.
std::string workers_busy(const Rational& busy, const std::optional<Rational>& share) {
    const std::string workers = format_fixed(busy, 2);
    return share ? fmt::format("{} ({})", workers, share_text(*share)) : workers;
}

std::string pool_sentence(const PoolFigures& figures) {
    const std::string pool =
        fmt::format("Of the {} ({})", figures.name,
                    figures.is_scheduled ? std::string{"as scheduled"} : count_text(figures.pool.workers));
    if (!figures.peak_hour) return pool + " none is ever busy.";
    return fmt::format("{} {} are busy in the mean, {} in the hour from {}.", pool,
                       workers_busy(figures.busy_mean, figures.use_mean()),
                       workers_busy(figures.busy_peak, figures.use_peak()), minute_text(*figures.peak_hour));
}

void append_unprotected(const ServiceTold& told, Sentences& sentences) {
    const auto& target = told.scenario.targets.unprotected_age;
    if (!target) return;
    const Duration oldest = told.pipeline.oldest_unprotected;
    sentences.push_back(
        fmt::format("The oldest file that was not yet stored was {} old: the target of {} is "
                    "{}.",
                    to_rough_text(oldest), firn::to_text(*target), oldest <= *target ? "met" : "missed"));
}

}  // namespace

std::vector<std::string> service_sentences(const ServiceTold& told) {
    Sentences sentences;
    append_lost(told, sentences);
    append_backfill(told, sentences);
    append_states(told, sentences);
    append_unprotected(told, sentences);
    append_faults(told, sentences);
    Sentences outages = outage_sentences(told.scenario, planner::horizon_of(told.life, told.start));
    std::move(outages.begin(), outages.end(), std::back_inserter(sentences));
    append_staging(told, sentences);
    for (const PoolFigures& figures : pools_of(told))
        sentences.push_back(pool_sentence(figures));
    Sentences life = life_sentences(told);
    std::move(life.begin(), life.end(), std::back_inserter(sentences));
    return sentences;
}

}  // namespace firn::report
