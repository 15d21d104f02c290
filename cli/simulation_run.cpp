#include "cli/simulation_run.hpp"

#include "cli/failures_file.hpp"
#include "cli/faults_ahead.hpp"
#include "cli/progress.hpp"
#include "cli/run_options.hpp"
#include "core/io/output_file.hpp"
#include "core/loading/open_service.hpp"
#include "core/report/series_csv.hpp"
#include "core/service/service_series.hpp"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

namespace firn::cli {

namespace {

/// What is watched of a run, and the files that it goes to.
class Watch {
  public:
    static Result<Watch> of(const RunSettings& wanted, Instant start) {
        Watch watch{start};
        if (!wanted.series.empty()) watch.series_ = std::make_unique<service::ServiceSeries>();
        if (wanted.failures.empty()) return watch;
        auto file = FailuresFile::create(wanted.failures, start);
        if (!file) return std::move(file).error();
        watch.failures_ = std::make_unique<FailuresFile>(std::move(file).value());
        return watch;
    }

    void ask_for(planner::SimulationOptions& options) {
        options.watch = series_ || failures_;
        options.series = series_.get();
        if (!failures_) return;
        options.on_failure = [file = failures_.get()](const service::Failure& failure) {
            file->add(failure);
        };
    }

    Result<bool> write(const std::string& series_path) {
        if (failures_) {
            auto done = failures_->commit();
            if (!done) return done;
        }
        if (!series_) return true;
        const auto done = io::write_file_atomically(series_path, report::series_csv(*series_, start_));
        if (!done) return done.error();
        return true;
    }

  private:
    explicit Watch(Instant start) : start_{start} {}

    Instant start_;
    std::unique_ptr<service::ServiceSeries> series_;
    std::unique_ptr<FailuresFile> failures_;
};

Result<Run> run_once(const ChosenScenario& chosen, const pricing::PriceBook& book, const RunSettings& wanted,
                     Console& console) {
    auto watch = Watch::of(wanted, chosen.scenario.start);
    if (!watch) return watch.error();
    ProgressLine line{console, !wanted.quiet};
    planner::SimulationOptions options = options_of(chosen, wanted);
    options.progress = [&](const backup::ReplayProgress& progress) {
        line.update("simulating", progress.files, share_done(chosen, progress));
    };
    watch->ask_for(options);
    auto run = run_with(chosen, book, std::move(options));
    if (!run) return run;
    const auto written = watch->write(wanted.series);
    if (!written) return written.error();
    return run;
}

}  // namespace

planner::SimulationOptions options_of(const ChosenScenario& chosen, const RunSettings& settings) {
    planner::SimulationOptions options;
    options.quantiles = settings.quantiles;
    options.extend_horizon = chosen.extends_horizon();
    options.pricing = settings.pricing;
    options.compare_backfill = true;
    options.keep_archive_sizes = settings.keep_archive_sizes;
    return options;
}

unsigned threads_of(const RunSettings& settings) {
    return settings.threads > 0 ? settings.threads : std::max(1U, std::thread::hardware_concurrency());
}

Result<Run> run_with(const ChosenScenario& chosen, const pricing::PriceBook& book,
                     planner::SimulationOptions options) {
    if (Diagnostics faults = faults_ahead(chosen, book); !faults.empty()) return faults;
    auto workload = loading::open_workload(chosen.scenario, chosen.folder,
                                           loading::with_columns(chosen.overrides, chosen.scenario));
    if (!workload) return workload.error();
    auto scenario = loading::with_stock(chosen.scenario, *workload);
    if (!scenario) return scenario.error();
    auto opened = loading::open_service(*scenario, chosen.folder, chosen.overrides);
    if (!opened) return opened.error();
    Run run{std::move(scenario).value(), std::move(workload).value(), {}, opened->reading, opened->notes};
    options.service_files = std::move(opened->files);
    options.service_files.stock = run.workload.stock_keys;
    auto simulation = planner::simulate(run.scenario, run.workload.files, book, options);
    if (!simulation) return simulation.error();
    run.simulation = std::move(simulation).value();
    return run;
}

Result<Run> run_simulation(ChosenScenario& chosen, const pricing::PriceBook& book,
                           const RunSettings& settings, Console& console) {
    chosen.overrides.read_ahead = settings.threads != 1 && std::thread::hardware_concurrency() > 1;
    auto first = run_once(chosen, book, settings, console);
    if (first || !loading::sort_and_repeat(first.error(), chosen.overrides)) return first;
    return run_once(chosen, book, settings, console);
}

}  // namespace firn::cli
