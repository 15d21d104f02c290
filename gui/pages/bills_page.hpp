#pragma once

#include "gui/pages/answer_page.hpp"
#include "gui/worker/forecast_answer.hpp"

#include <cstddef>
#include <memory>

class QCheckBox;
class QTreeView;

namespace firn::gui {

class BillModel;
class Plot;
class SideQuestion;
class TableModel;

/// What each month costs, by charge, with what a forecast says of it; a month opens into its lines, and a
/// line into the steps that lead to it.
class BillsPage : public AnswerPage {
    Q_OBJECT

  public:
    explicit BillsPage(ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const RunAnswer* answer() const { return answer_.get(); }
    /// Shows a bill that belongs to no scenario, of a usage file that was dropped.
    void show_bill(std::shared_ptr<const pricing::Bill> bill, const QString& sentence);
    void open_month(std::size_t month);
    /// What the forecast says; none while it is not there, or where there is no history.
    [[nodiscard]] const ForecastAnswer* forecast() const { return forecast_.get(); }
    void want_forecast(bool wanted);
    [[nodiscard]] bool is_settled() const override;
    void cancel() override;
    [[nodiscard]] QStringList sentences() const override;
    [[nodiscard]] QStringList assumptions() const override;
    [[nodiscard]] QStringList notes() const override;

  protected:
    RunWorker::Work work_on(Question question) override;
    [[nodiscard]] QString purpose() const override;

  private:
    [[nodiscard]] QWidget* make_forecast_row();
    void show_answer(std::shared_ptr<const RunAnswer> answer, const Question& question);
    void take(std::shared_ptr<const pricing::Bill> bill);
    void ask_forecast();
    void show_forecast(const Result<std::shared_ptr<const ForecastAnswer>>& result);
    void draw();

    std::shared_ptr<const RunAnswer> answer_;
    std::shared_ptr<const ForecastAnswer> forecast_;
    Question question_;  ///< that is answered
    BillModel* model_;
    Plot* plot_;
    QTreeView* tree_;
    QCheckBox* wanted_;
    SideQuestion* side_;
    TableModel* forecast_table_;
};

}  // namespace firn::gui
