#pragma once

#include "gui/pages/answer_page.hpp"

#include <cstddef>
#include <memory>

class QTreeView;

namespace firn::gui {

class BillModel;
class Plot;

/// What each month costs, by charge; a month opens into its lines, and a line into the steps that lead to it.
class BillsPage : public AnswerPage {
    Q_OBJECT

  public:
    explicit BillsPage(ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const RunAnswer* answer() const { return answer_.get(); }
    /// Shows a bill that belongs to no scenario, of a usage file that was dropped.
    void show_bill(std::shared_ptr<const pricing::Bill> bill, const QString& sentence);
    void open_month(std::size_t month);

  protected:
    RunWorker::Work work_on(Question question) override;

  private:
    void show_answer(std::shared_ptr<const RunAnswer> answer);
    void show(std::shared_ptr<const pricing::Bill> bill);

    std::shared_ptr<const RunAnswer> answer_;
    BillModel* model_;
    Plot* plot_;
    QTreeView* tree_;
};

}  // namespace firn::gui
