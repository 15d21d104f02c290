#pragma once

#include "core/diag/diagnostic.hpp"

#include <QString>
#include <QStringList>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace firn::gui {

class WrappedText;
struct RunProgress;

/// What is wrong, where, what was expected and what helps, in one line.
[[nodiscard]] QString line_of(const Diagnostic& diagnostic);

/// Each line once, in the order in which they come first, with how often it is said: "… (300 times)".
[[nodiscard]] QStringList lines_of(const Diagnostics& diagnostics);

/// The top of a page: the answer as a sentence, while a run goes on how far it is and how to give it up, and
/// what is to be noted about the answer.
class AnswerBar : public QWidget {
    Q_OBJECT

  public:
    explicit AnswerBar(QWidget* parent = nullptr);

    void show_answer(const QString& sentence);
    /// What has to be opened before there is an answer, with a button for it.
    void show_lack(const QString& sentence);
    /// A run that is over in a moment is not worth a word: the bar appears a little later.
    void show_running();
    void show_progress(const RunProgress& progress);
    /// `is_answered`: there is nothing to be run again.
    void show_idle(bool is_answered = false);
    /// Beside a page's answer: small, and all in one line where it fits.
    void be_small();
    /// What stands in the way of an answer; an empty list hides it.
    void show_faults(const Diagnostics& faults);
    void show_fault(const QString& text);
    /// A run came to an end that nobody had foreseen; `what` is what it said.
    void show_failure(const QString& what);
    /// Counted in one line, which opens; none hides it.
    void show_notes(const QStringList& notes);

  signals:
    void cancelled();
    void asked_again();
    void scenario_wanted();

  private:
    [[nodiscard]] QHBoxLayout* make_run_row();
    void reveal();

    QTimer reveal_;
    WrappedText* answer_;
    WrappedText* fault_;
    QProgressBar* bar_;
    QLabel* stage_;
    QPushButton* cancel_;
    QPushButton* again_;
    QPushButton* open_;
    QToolButton* notes_;
    WrappedText* note_texts_;
};

}  // namespace firn::gui
