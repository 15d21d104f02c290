#include "gui/worker/pool_answer.hpp"

#include "core/catalogue/price_books.hpp"
#include "gui/text.hpp"
#include "gui/worker/openings.hpp"
#include "gui/worker/run_worker.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <thread>
#include <utility>

namespace firn::gui {

namespace {

Result<planner::PoolTable> table_of(const RunAnswer& run, const std::string& folder, Duration outage,
                                    const pricing::PriceBook& book,
                                    const loading::WorkloadOverrides& overrides, RunContext& context) {
    std::atomic<std::uint64_t> done{0};
    const auto watch = [&](const scenario::Scenario& changed,
                           std::optional<service::WatchedTime> watched) -> Result<planner::PoolRun> {
        const Question asked{changed, folder};
        Openings openings{asked, overrides, context};
        auto files = openings.open();
        if (!files) return files.error();
        const auto service = openings.open_service(changed);
        if (!service) return service.error();
        auto pools = planner::watch_pools(changed, book, std::move(files).value(), *service,
                                          backup::Quantiles::exact, watched);
        context.tell({.stage = from_utf8("simulating"), .files = done += run.simulation.replay.files});
        return pools;
    };
    return planner::pool_table(run.scenario, outage, std::max(1U, std::thread::hardware_concurrency()),
                               watch);
}

}  // namespace

Result<std::shared_ptr<const PoolAnswer>> answer_pools(const Question& question, Duration outage,
                                                       RunContext& context) {
    const auto book = catalogue::find_price_book(question.scenario.price_book, question.scenario.region);
    if (!book) return book.error();
    const auto run = answer_run(question, false, context);
    if (!run) return run.error();
    auto table = sorted_if_needed([&](const loading::WorkloadOverrides& overrides) {
        return table_of(**run, question.folder, outage, *book, overrides, context);
    });
    if (!table) return std::move(table).error();
    return std::make_shared<const PoolAnswer>(
        PoolAnswer{(*run)->scenario, std::move(table).value(), (*run)->reading, (*run)->provenance});
}

}  // namespace firn::gui
