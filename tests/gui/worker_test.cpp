#include "gui/worker/run_worker.hpp"
#include "tests/gui/support.hpp"
#include "tests/support/catch.hpp"

#include <QThread>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace firn::gui;

namespace {

/// Runs until it is cancelled.
RunWorker::Delivery until_cancelled(RunContext& context) {
    while (!context.is_cancelled())
        QThread::yieldCurrentThread();
    return {};
}

}  // namespace

TEST_CASE("of many runs that are started only the last one delivers", "[gui]") {
    RunWorker worker;
    std::vector<int> delivered;
    for (int i = 0; i < 50; ++i)
        worker.start([&delivered, i](RunContext& context) -> RunWorker::Delivery {
            if (i < 49) return until_cancelled(context);
            return [&delivered, i] { delivered.push_back(i); };
        });
    REQUIRE(comes_true([&] { return !worker.is_running(); }));
    CHECK(delivered == std::vector<int>{49});
}

TEST_CASE("a run that is cancelled delivers nothing, and the worker ends", "[gui]") {
    RunWorker worker;
    int ends = 0;
    bool delivered = false;
    QObject::connect(&worker, &RunWorker::ended, [&ends] { ++ends; });
    worker.start([&delivered](RunContext& context) -> RunWorker::Delivery {
        static_cast<void>(until_cancelled(context));
        return [&delivered] { delivered = true; };
    });
    worker.cancel();
    REQUIRE(comes_true([&] { return ends == 1; }));
    CHECK_FALSE(delivered);
    CHECK_FALSE(worker.is_running());
}

TEST_CASE("a run that throws is told of, and the next one runs", "[gui]") {
    RunWorker worker;
    QString told;
    bool delivered = false;
    QObject::connect(&worker, &RunWorker::failed, [&told](const QString& what) { told = what; });
    worker.start(
        [](RunContext& /*context*/) -> RunWorker::Delivery { throw std::runtime_error{"divided by zero"}; });
    REQUIRE(comes_true([&] { return !worker.is_running(); }));
    CHECK(told == QStringLiteral("divided by zero"));
    worker.start([&delivered](RunContext& /*context*/) -> RunWorker::Delivery {
        return [&delivered] { delivered = true; };
    });
    REQUIRE(comes_true([&] { return delivered; }));
}

TEST_CASE("a run that is given up is over for the window before it notices", "[gui]") {
    std::atomic<bool> goes_on = true;
    RunWorker worker;
    std::vector<int> delivered;
    worker.start([&goes_on](RunContext& /*context*/) -> RunWorker::Delivery {
        while (goes_on)
            QThread::yieldCurrentThread();
        return [] { FAIL("nobody asked for it"); };
    });
    worker.cancel();
    CHECK_FALSE(worker.is_running());
    worker.start([&delivered](RunContext& /*context*/) -> RunWorker::Delivery {
        return [&delivered] { delivered.push_back(2); };
    });
    CHECK(worker.is_running());
    goes_on = false;
    REQUIRE(comes_true([&] { return !worker.is_running(); }));
    CHECK(delivered == std::vector<int>{2});
}

TEST_CASE("a worker that goes away waits for its run", "[gui]") {
    std::atomic<bool> is_over = false;
    {
        RunWorker worker;
        worker.start([&is_over](RunContext& context) {
            RunWorker::Delivery nothing = until_cancelled(context);
            is_over = true;
            return nothing;
        });
    }
    SUCCEED("the destructor came back");
}
