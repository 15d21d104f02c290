#pragma once

#include "gui/page.hpp"
#include "gui/worker/question.hpp"
#include "gui/worker/run_worker.hpp"

#include <QStringList>

#include <string>

class QVBoxLayout;

namespace firn::gui {

class AnswerBar;
class ScenarioDocument;

/// A page whose answer is a run of its document's scenario. It asks anew whenever it is seen and the scenario
/// means something else than what it has answered; a scenario with errors leaves the last answer where it is.
class AnswerPage : public Page {
    Q_OBJECT

  public:
    AnswerPage(QString key, QString title, ScenarioDocument& document, QWidget* parent);

    void refresh() override;
    void run_again() override;
    void cancel() override;
    [[nodiscard]] bool is_settled() const override { return !worker_.is_running(); }
    [[nodiscard]] QStringList sentences() const override { return sentences_; }
    [[nodiscard]] QStringList assumptions() const override { return assumptions_; }
    [[nodiscard]] QString provenance() const override { return provenance_; }
    [[nodiscard]] QStringList notes() const override { return notes_; }

  protected:
    /// The run that answers; what it delivers shows the answer.
    [[nodiscard]] virtual RunWorker::Work work_on(Question question) = 0;
    /// What the answer depends on besides the scenario: files, sliders. It is asked anew when this changes.
    [[nodiscard]] virtual std::string beside() const { return {}; }
    /// What the page asks of a scenario, in a sentence that is shown while there is none; empty: the page
    /// shows something without one.
    [[nodiscard]] virtual QString purpose() const = 0;
    /// What a person has to do before there is anything to run; empty: nothing.
    [[nodiscard]] virtual QString missing() const { return {}; }

    /// What a work delivers: the answer to `show`, or what stands in its way.
    template <class Answer, class Show>
    RunWorker::Delivery delivery_of(Result<Answer> result, Show show) {
        return [this, result = std::move(result), show] {
            if (result) {
                show(*result);
            } else {
                show_faults(result.error());
            }
        };
    }

    /// Goes on with the answer that is shown, without a word, until something else is asked.
    void go_on(RunWorker::Work work);
    void show_notes(const Diagnostics& notes);
    void show_sentences(QStringList sentences, QStringList assumptions, const report::Provenance& provenance);
    void show_faults(const Diagnostics& faults);
    [[nodiscard]] ScenarioDocument& document() const { return document_; }
    [[nodiscard]] QVBoxLayout* body() { return body_; }

  private:
    void ask(std::string asks, Question question);
    void show_lack();
    void end();

    ScenarioDocument& document_;
    AnswerBar* bar_;
    QVBoxLayout* body_;
    std::string asked_;  ///< all that the last question depends on
    QStringList sentences_;
    QStringList assumptions_;
    QString provenance_;
    QStringList notes_;
    RunWorker worker_;  ///< the last member: its end waits for what runs
};

}  // namespace firn::gui
