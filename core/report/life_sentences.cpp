#include "core/report/life_sentences.hpp"

#include "core/report/amounts.hpp"
#include "core/report/restored_sentences.hpp"
#include "core/report/service_figures.hpp"
#include "core/report/service_words.hpp"
#include "core/report/stock_sentences.hpp"
#include "core/report/table.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::report {

namespace {

using Sentences = std::vector<std::string>;

std::string archives_text(std::uint64_t archives) { return counted(archives, "archive", "archives"); }
std::string files_text(std::uint64_t files) { return counted(files, "file", "files"); }

/// What audits read. Each archive that they look at is retrieved, and billed, also where nobody can read it.
std::string compared_text(const service::AuditOutcome& audit) {
    const std::string vault = rough_bytes(audit.bytes);
    const std::string store = rough_bytes(audit.store_bytes);
    if (audit.compared == audit.looked_at)
        return fmt::format("They read {} from the vault and {} from the store.", vault, store);
    const char* why = "retrieved, but deleted, or the months over, before";
    if (audit.compared == 0)
        return audit.looked_at == 1 ? fmt::format("It was {} it was read.", why)
                                    : fmt::format("All of these were {} they were read.", why);
    const std::uint64_t lost = audit.looked_at - audit.compared;
    return fmt::format("They compare {} of these, {} from the vault with {} from the store; {} {} {} read.",
                       count_text(audit.compared), vault, store, counted(lost, "other was", "others were"),
                       why, lost == 1 ? "it was" : "they were");
}

void append_audit(const ServiceTold& told, Sentences& sentences) {
    if (!told.scenario.life.audit) return;
    const service::AuditOutcome& audit = told.life.audit;
    if (audit.audits == 0) {
        sentences.emplace_back("No audit falls into the months.");
        return;
    }
    sentences.push_back(fmt::format(
        "{} at {}, {} each time in the mean; at this rate a full round takes {}. {}",
        counted(audit.audits, "audit looks", "audits look"), archives_text(audit.looked_at),
        with_separators(format_decimal(Rational{Integer{audit.looked_at}, Integer{audit.audits}}, 3)),
        years_text(audit_round_years(*told.scenario.life.audit)), compared_text(audit)));
}

void append_reads(const ServiceTold& told, Sentences& sentences) {
    if (!told.scenario.life.retrieves()) return;
    const auto rate = reads_a_year(told.life.reads);
    if (!rate) return;
    const std::string times =
        *rate > 0 && *rate < Rational{1, 1000} ? "less than 0.001" : format_decimal(*rate, 3);
    std::string text = fmt::format("A whole archive is read {} {} a year in the mean; ", times,
                                   times == "1" ? "time" : "times");
    if (told.life.archives == 0) {
        text += "none lies there at the end";
    } else {
        text += fmt::format("of the {} at the end {}", archives_text(told.life.archives),
                            told.life.reads.never_read == 0
                                ? "each was read"
                                : counted(told.life.reads.never_read, "was", "were") + " never read");
    }
    sentences.push_back(text + ".");
}

std::string test_text(const char* destination, const service::RestoreOutcome& test) {
    std::string text = fmt::format("{} to {}", count_text(test.requests), destination);
    if (test.restored > 0) text += fmt::format(" (99 % within {})", quantile_text(test.time, test.time.p99));
    return text;
}

/// More files were asked for than there were: drawn one by one, some come more than once.
void append_short_tests(const ServiceTold& told, Sentences& sentences) {
    const std::uint64_t tests = told.life.tests_short_of_files;
    if (tests == 0) return;
    const auto asked = static_cast<std::uint64_t>(told.scenario.life.restore_test->files);
    sentences.push_back(fmt::format("{} for {} when fewer lay there: some are drawn more than once.",
                                    counted(tests, "restore test asks", "restore tests ask"),
                                    files_text(asked)));
}

void append_restore_tests(const ServiceTold& told, Sentences& sentences) {
    if (!told.scenario.life.restore_test) return;
    const service::LifeResult& life = told.life;
    const std::uint64_t overdue = life.tests_to_store.overdue + life.tests_to_region.overdue;
    std::string text =
        fmt::format("Restore tests ask for files: {}, {}; {} overdue (longer than {})",
                    test_text("the store", life.tests_to_store), test_text("S3", life.tests_to_region),
                    overdue == 0 ? "none is" : counted(overdue, "is", "are"),
                    firn::to_text(told.scenario.life.restore_test->within));
    if (life.tests_failed > 0)
        text += fmt::format("; {} from a damaged archive", counted(life.tests_failed, "came", "came"));
    sentences.push_back(text + ".");
    append_short_tests(told, sentences);
}

void append_damage(const ServiceTold& told, Sentences& sentences) {
    if (!told.scenario.life.damage) return;
    const service::DamageOutcome& damage = told.life.damage;
    if (damage.happened == 0) {
        sentences.emplace_back("No archive is damaged.");
        return;
    }
    const std::uint64_t found = damage_found(damage);
    std::string text =
        fmt::format("Of {} {} found, {} deleted before, {} still unseen at the end",
                    counted(damage.happened, "damaged archive", "damaged archives"),
                    counted(found, "was", "were"), count_text(damage.gone), count_text(damage.unseen_now));
    if (found > 0)
        text += fmt::format("; what was found had been unseen for {} in the mean",
                            to_rough_text(damage.unseen.mean));
    if (damage.year_old > 0) {
        text += fmt::format("; of {} at least a year before the end {} % were found within a year",
                            counted(damage.year_old, "damage", "damages"),
                            percent_text(damage.found_within_year, damage.year_old));
    }
    sentences.push_back(text + ".");
    if (damage.unseen_now == 0) return;
    sentences.push_back(fmt::format(
        "Warning: whoever asks for a file of {} will not get it from there; a larger audit.share, or a full "
        "check, finds damage sooner.",
        counted(damage.unseen_now, "unseen damaged archive", "unseen damaged archives")));
}

void append_full_checks(const ServiceTold& told, Sentences& sentences) {
    const auto& checks = told.life.full_checks;
    const auto& damage = told.scenario.life.damage;
    if (!damage || !damage->full_check_months) return;
    if (checks.empty()) {
        sentences.emplace_back("No full check falls into the months.");
        return;
    }
    UInt128 bytes = 0;
    for (const service::FullCheck& check : checks)
        bytes += static_cast<UInt128>(check.bytes.count());
    sentences.push_back(fmt::format(
        "A full check every {} would read all archives {}: {} in all, {} of {} the last time ({}).",
        counted(static_cast<std::uint64_t>(*damage->full_check_months), "month", "months"),
        counted(checks.size(), "time", "times"), rough_bytes(bytes), to_rough_text(checks.back().bytes),
        archives_text(checks.back().archives), to_text(checks.back().month)));
}

/// "12 of 15 deleted archives", "The deleted archive"
std::string share_of_deleted(const service::DeletionOutcome& deletions) {
    if (deletions.archives_deleted == 1) return "The deleted archive";
    if (deletions.archives_deleted == deletions.archives_deleted_early)
        return fmt::format("All {} deleted archives", count_text(deletions.archives_deleted));
    return fmt::format("{} of {} deleted archives", count_text(deletions.archives_deleted_early),
                       count_text(deletions.archives_deleted));
}

void append_early(const ServiceTold& told, Sentences& sentences) {
    const service::DeletionOutcome& deletions = told.life.deletions;
    const auto age = mean_early_age(told.life);
    if (!age) return;
    sentences.push_back(fmt::format(
        "{} went before the minimum of the class, {} old in the mean, and the rest of it is billed: files "
        "that "
        "live shorter than the minimum cost as if they lived as long, so they do not belong there.",
        share_of_deleted(deletions), to_rough_text(*age)));
}

void append_unmatched(const service::DeletionOutcome& deletions, Sentences& sentences) {
    if (deletions.unmatched == 0) return;
    sentences.push_back(
        fmt::format("{} of the table of deletions {}: of a key that no file has, of a file that was deleted "
                    "before, or not yet "
                    "stored.",
                    counted(deletions.unmatched, "row", "rows"),
                    deletions.unmatched == 1 ? "meets no file" : "meet no file"));
}

void append_deletions(const ServiceTold& told, Sentences& sentences) {
    if (!told.scenario.life.changes) return;
    const service::DeletionOutcome& deletions = told.life.deletions;
    std::string text = fmt::format(
        "Of {} stored ({}) {} deleted ({})", files_text(deletions.files), to_rough_text(deletions.bytes),
        counted(deletions.files_deleted, "is", "are"), to_rough_text(deletions.bytes_deleted));
    if (deletions.overwritten > 0)
        text += fmt::format(", {} of them replaced by newer ones", count_text(deletions.overwritten));
    const char* causes = told.scenario.life.changes->compact_above ? " or by compaction" : "";
    sentences.push_back(fmt::format("{}; {} deleted with the last file{}.", text,
                                    deletions.archives_deleted == 0
                                        ? "no archive is"
                                        : counted(deletions.archives_deleted, "archive is", "archives are"),
                                    causes));
    append_unmatched(deletions, sentences);
    append_early(told, sentences);
    if (deletions.dead_most == Bytes{0}) return;
    sentences.push_back(fmt::format(
        "{} of deleted files lie in archives that live on at the end, {} at most: they are billed until "
        "their archive goes.",
        to_rough_text(deletions.dead_now), to_rough_text(deletions.dead_most)));
}

void append_compaction(const ServiceTold& told, Sentences& sentences) {
    const auto& changes = told.scenario.life.changes;
    if (!changes || !changes->compact_above) return;
    const service::CompactionOutcome& compaction = told.life.compaction;
    sentences.push_back(fmt::format(
        "Compaction retrieves {} ({}) and writes {} of living files into {} ({}).",
        archives_text(compaction.archives), rough_bytes(compaction.bytes_read),
        rough_bytes(compaction.live_bytes), counted(compaction.new_archives, "new archive", "new archives"),
        rough_bytes(compaction.new_bytes)));
}

}  // namespace

std::vector<std::string> life_sentences(const ServiceTold& told) {
    Sentences sentences = restored_sentences(told);
    for (std::string& sentence : stock_sentences(told))
        sentences.push_back(std::move(sentence));
    append_audit(told, sentences);
    append_reads(told, sentences);
    append_restore_tests(told, sentences);
    append_damage(told, sentences);
    append_full_checks(told, sentences);
    append_deletions(told, sentences);
    append_compaction(told, sentences);
    return sentences;
}

}  // namespace firn::report
