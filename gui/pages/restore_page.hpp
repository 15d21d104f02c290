#pragma once

#include "gui/models/restore_terms.hpp"
#include "gui/pages/answer_page.hpp"
#include "gui/worker/restore_answer.hpp"

#include <memory>
#include <string>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTextEdit;

namespace firn::gui {

class Plot;
class TableModel;
class TableTabs;
class WrappedText;

/// How the archives of a scenario come back when its months are over: what each way costs and how long it
/// takes, within which deadline and budget, and when to ask for what. The scenario is run only once.
class RestorePage : public AnswerPage {
    Q_OBJECT

  public:
    explicit RestorePage(ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const RestoreAnswer* answer() const { return answer_.get(); }
    /// As a person writes them.
    void set_fields(const RestoreFields& fields);

  protected:
    RunWorker::Work work_on(Question question) override;
    [[nodiscard]] QString purpose() const override;
    [[nodiscard]] std::string beside() const override;

  private:
    [[nodiscard]] RestoreFields fields() const;
    [[nodiscard]] QLayout* make_fields();
    void show_answer(const std::shared_ptr<const RestoreAnswer>& answer, const RestoreTerms& terms);
    void show_tables();

    std::string basis_key_{};  ///< what the basis depends on
    std::shared_ptr<const RestoreAnswer> answer_;
    QLineEdit* within_;
    QLineEdit* budget_;
    QLabel* currency_;
    QCheckBox* stay_;
    WrappedText* typical_;
    Plot* cost_;
    Plot* course_;
    TableTabs* tabs_;
    TableModel* schedule_;
    TableModel* ways_;
    TableModel* steps_;
    TableModel* lines_;
    QTextEdit* rest_;
};

}  // namespace firn::gui
