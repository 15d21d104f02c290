#include "core/scenario/restore_fields.hpp"

#include "core/scenario/service_values.hpp"

namespace firn::scenario {

namespace {

using namespace std::chrono_literals;

constexpr Duration kYear = std::chrono::hours{24 * 365};

Restore* last_restore(Scenario& s) { return s.life.restores.empty() ? nullptr : &s.life.restores.back(); }

/// Whether something holds for the last of the list.
template <class Holds>
auto restore_is(Holds holds) {
    return [holds](const Scenario& s) { return !s.life.restores.empty() && holds(s.life.restores.back()); };
}

auto paced_by(Pacing pacing) {
    return restore_is([pacing](const Restore& r) { return r.pacing == pacing; });
}

Field of_rate(Field field) {
    field.applies = restore_is([](const Restore& r) { return r.rate.has_value(); });
    field.only_with = "rate";
    return field;
}

void add_origins(std::vector<Field>& table) {
    table.push_back(
        text_field({.path = "restores.name",
                    .help = "What results call them; left out: \"restores 1\" for the first of the list.",
                    .example = "customers"},
                   [](Scenario& s) { return last_restore(s) ? &last_restore(s)->name : nullptr; }));
    table.push_back(
        frequency_field({.path = "restores.rate",
                         .help = "Single files at random: so many an hour, day, week or month (of 30 days).",
                         .example = "20/day"},
                        [](Scenario& s) { return last_restore(s) ? &last_restore(s)->rate : nullptr; }));
    table.push_back(stated_path_field(
        {.path = "restores.trace",
         .help = "In place of rate: a table timestamp_utc,key, relative to the scenario's folder.",
         .example = "restores.csv"},
        [](Scenario& s) { return last_restore(s) ? &last_restore(s)->trace : nullptr; }));
    table.push_back(batch_field(
        {.path = "restores.batch",
         .help = "In place of rate: many files at once: all, a share of them, or those of one owner.",
         .example = "5 %"},
        [](Scenario& s) { return last_restore(s) ? &last_restore(s)->batch : nullptr; }));
}

void add_times(std::vector<Field>& table) {
    table.push_back(
        stated_instant_field(of_rate({.path = "restores.from",
                                      .help = "The first requests come after it; left out: the start.",
                                      .example = "2013-06-01"}),
                             [](Scenario& s) { return last_restore(s) ? &last_restore(s)->from : nullptr; }));
    table.push_back(stated_instant_field(
        of_rate({.path = "restores.until",
                 .help = "No request comes from it on; left out: the end of the last month.",
                 .example = "2013-07-01"}),
        [](Scenario& s) { return last_restore(s) ? &last_restore(s)->until : nullptr; }));
    table.push_back(
        stated_instant_field({.path = "restores.at",
                              .help = "When a batch is asked for; left out: at the start.",
                              .example = "2013-09-15",
                              .applies = restore_is([](const Restore& r) { return r.batch.has_value(); }),
                              .only_with = "batch"},
                             [](Scenario& s) { return last_restore(s) ? &last_restore(s)->at : nullptr; }));
}

void add_ways(std::vector<Field>& table) {
    table.push_back(choice_field<Destination>(
        {.path = "restores.destination",
         .fallback = "outside",
         .choices = {"region", "outside"},
         .help = "Where the files go: within the vault's region (no transfer out), or outside."},
        [](Scenario& s) { return last_restore(s) ? &last_restore(s)->destination : nullptr; },
        {Destination::region, Destination::outside}));
    table.push_back(
        text_field({.path = "restores.tier",
                    .help = "How quickly archives are retrieved, in the service's words; left out: standard.",
                    .example = "bulk"},
                   [](Scenario& s) { return last_restore(s) ? &last_restore(s)->tier : nullptr; }));
    table.push_back(
        boolean_field({.path = "restores.ranges",
                       .fallback = "false",
                       .help = "Whether of an archive only the MiB that hold a single file are read."},
                      [](Scenario& s) { return last_restore(s) ? &last_restore(s)->ranges : nullptr; }));
}

void add_pacing(std::vector<Field>& table) {
    table.push_back(choice_field<Pacing>(
        {.path = "restores.pacing",
         .fallback = "none",
         .choices = {"none", "free", "bytes_per_hour", "deadline"},
         .help = "How retrievals are spread over time: not at all, within the free allowance of 5 % a month "
                 "(the vault's rule until November 2016), so many bytes an hour, or to meet a deadline."},
        [](Scenario& s) { return last_restore(s) ? &last_restore(s)->pacing : nullptr; },
        {Pacing::none, Pacing::free, Pacing::bytes_per_hour, Pacing::deadline}));
    table.push_back(stated_bytes_field(
        {.path = "restores.bytes_per_hour",
         .help = "How many bytes are retrieved in an hour.",
         .example = "10 GB",
         .applies = paced_by(Pacing::bytes_per_hour),
         .only_with = "pacing: bytes_per_hour"},
        [](Scenario& s) { return last_restore(s) ? &last_restore(s)->bytes_per_hour : nullptr; }, Bytes{1},
        Bytes::from_tib(1 << 20)));
    table.push_back(stated_duration_field(
        {.path = "restores.deadline",
         .help = "By when a batch is to be ready, counted from its request.",
         .example = "7 days",
         .applies = paced_by(Pacing::deadline),
         .only_with = "pacing: deadline"},
        [](Scenario& s) { return last_restore(s) ? &last_restore(s)->deadline : nullptr; }, Duration{1},
        10 * kYear));
}

/// What means something only where archives are retrieved.
Field of_retrieval(Field field) {
    field.applies = [](const Scenario& s) { return s.life.retrieves(); };
    field.only_with = "restores, audit, restore_test or compact_above";
    return field;
}

void add_service(std::vector<Field>& table) {
    table.push_back(count_limit_field(
        of_retrieval({.path = "retrieval.request_rate",
                      .fallback = "none",
                      .help = "How many retrievals the service starts in a second; none: as many as are "
                              "asked for (S3 takes 1,000 restore requests a second and account)."}),
        [](Scenario& s) { return &s.life.retrieval.request_rate; }, 1, 1'000'000));
    table.push_back(boolean_field(
        of_retrieval({.path = "retrieval.reuse_ready_copies",
                      .fallback = "false",
                      .help = "Whether a request is served by a copy of its archive that is still there."}),
        [](Scenario& s) { return &s.life.retrieval.reuse_ready_copies; }));
    table.push_back(count_field(
        of_retrieval({.path = "retrieval.copy_days",
                      .fallback = "1",
                      .help = "How many days a retrieved copy lies there (the vault: always 24 "
                              "hours)."}),
        [](Scenario& s) { return &s.life.retrieval.copy_days; }, 1, 365));
    table.push_back(duration_field(
        of_retrieval({.path = "retrieval.lookup",
                      .fallback = "5 ms",
                      .help = "How long finding the archive of a file in the catalogue takes (assumed)."}),
        [](Scenario& s) { return &s.life.retrieval.lookup; }, 0s, kYear));
}

void add_downloads(std::vector<Field>& table) {
    table.push_back(count_field(
        of_retrieval({.path = "retrieval.downloaders",
                      .fallback = "8",
                      .help = "Workers that download what was retrieved (assumed)."}),
        [](Scenario& s) { return &s.life.retrieval.downloaders; }, 1, 65'536));
    table.push_back(duration_field(
        of_retrieval({.path = "retrieval.download_latency",
                      .fallback = "50 ms",
                      .help = "What each download takes besides its bytes (assumed)."}),
        [](Scenario& s) { return &s.life.retrieval.download_latency; }, 0s, kYear));
    table.push_back(rate_field(of_retrieval({.path = "retrieval.download_rate",
                                             .fallback = "20 MB/s",
                                             .help = "At which one downloader reads (assumed)."}),
                               [](Scenario& s) { return &s.life.retrieval.download_rate; }));
    table.push_back(
        rate_field(of_retrieval({.path = "retrieval.unpack_rate",
                                 .fallback = "100 MB/s",
                                 .help = "At which files are unpacked from an archive (assumed)."}),
                   [](Scenario& s) { return &s.life.retrieval.unpack_rate; }));
}

}  // namespace

void add_restores(std::vector<Field>& table) {
    add_origins(table);
    add_times(table);
    add_ways(table);
    add_pacing(table);
    add_service(table);
    add_downloads(table);
}

void add_restore_section(std::vector<Section>& sections) {
    sections.push_back({.path = "restores",
                        .help = "Who asks for files that are stored, and how they get them.",
                        .repeats = true,
                        .most_items = 100,
                        .items = [](const Scenario& s) { return s.life.restores.size(); },
                        .resize = [](Scenario& s, std::size_t n) { s.life.restores.resize(n); }});
}

void add_retrieval_section(std::vector<Section>& sections) {
    sections.push_back({.path = "retrieval", .help = "The way from the vault to a file."});
}

}  // namespace firn::scenario
