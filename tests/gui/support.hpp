#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <functional>
#include <string>

namespace firn::gui {

/// Handles events until something is so, at most for a minute; whether it became so.
[[nodiscard]] inline bool comes_true(const std::function<bool()>& condition) {
    QElapsedTimer clock;
    clock.start();
    while (!condition() && clock.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    return condition();
}

/// A scenario that is planned in well under a second.
[[nodiscard]] inline std::string small_scenario() {
    return "# a comment that stays\n"
           "scenario: 1\n"
           "start: 2012-11-01\n"
           "months: 2\n"
           "workload:\n"
           "  reference_w1: {files: 20000}\n"
           "pipeline:\n"
           "  fetchers: 4    # four of them\n"
           "  bundle_size: 25 MB\n"
           "  uploaders: 2\n"
           "restores:\n"
           "  - {name: some, rate: 2/day}\n";
}

}  // namespace firn::gui
