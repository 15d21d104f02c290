#pragma once

#include "core/diag/diagnostic.hpp"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace firn::gui {

struct RunProgress;

/// The top of a page: the answer as a sentence, and while a run goes on how far it is and how to give it up.
class AnswerBar : public QWidget {
    Q_OBJECT

  public:
    explicit AnswerBar(QWidget* parent = nullptr);

    void show_answer(const QString& sentence);
    void show_running();
    void show_progress(const RunProgress& progress);
    void show_idle();
    /// What stands in the way of an answer; an empty list hides it.
    void show_faults(const Diagnostics& faults);
    void show_fault(const QString& text);

  signals:
    void cancelled();
    void asked_again();

  private:
    QLabel* answer_;
    QLabel* fault_;
    QProgressBar* bar_;
    QLabel* stage_;
    QPushButton* cancel_;
    QPushButton* again_;
};

}  // namespace firn::gui
