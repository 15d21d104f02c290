#pragma once

#include "core/diag/diagnostic.hpp"
#include "gui/worker/run_worker.hpp"

#include <QString>
#include <QWidget>

namespace firn::gui {

class AnswerBar;

/// Reads files that a scenario is to be made for, in a thread of its own; shows how far it is, and a way to
/// give it up. What is read last wins.
class FileReading : public QWidget {
    Q_OBJECT

  public:
    explicit FileReading(QWidget* parent);

    void start(const QString& path);
    void cancel();
    [[nodiscard]] bool is_running() const { return worker_.is_running(); }

  signals:
    /// All was read: the scenario's text.
    void made(const QString& text);
    void refused(const firn::Diagnostics& faults);

  private:
    AnswerBar* bar_;
    RunWorker worker_;
};

}  // namespace firn::gui
