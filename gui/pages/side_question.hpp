#pragma once

#include "gui/worker/run_worker.hpp"

#include <QWidget>

#include <string>

namespace firn::gui {

class AnswerBar;

/// A question besides that of its page, with a worker of its own: how far it is, how to give it up, what it
/// says in one line.
class SideQuestion : public QWidget {
    Q_OBJECT

  public:
    explicit SideQuestion(QWidget* parent = nullptr);

    /// Asks, unless this was asked last; `what` is all that the answer depends on.
    void ask(const std::string& what, RunWorker::Work work);
    /// Gives up what runs; the same may be asked again.
    void cancel();
    [[nodiscard]] bool is_running() const { return worker_.is_running(); }
    [[nodiscard]] AnswerBar& bar() { return *bar_; }

  signals:
    /// Nothing runs any more.
    void settled();
    /// A person wants it again after it was given up.
    void asked_again();

  private:
    AnswerBar* bar_;
    std::string asked_{};
    RunWorker worker_;  ///< the last member: its end waits for what runs
};

}  // namespace firn::gui
