#pragma once

#include "gui/pages/answer_page.hpp"
#include "gui/worker/pair_answer.hpp"

#include <memory>
#include <string>

class QLabel;
class QTableView;

namespace firn::gui {

class Plot;
class TableModel;

/// The scenario beside another one: what both cost, and in which settings they differ.
class PairPage : public AnswerPage {
    Q_OBJECT

  public:
    explicit PairPage(ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const PairAnswer* answer() const { return answer_.get(); }
    /// Shows the scenario of a file beside the document's.
    void show_beside(const QString& path);
    /// Asks a person which.
    void choose_other();

  protected:
    RunWorker::Work work_on(Question question) override;
    [[nodiscard]] QString purpose() const override;
    [[nodiscard]] std::string beside() const override;
    [[nodiscard]] QString missing() const override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void show_answer(const std::shared_ptr<const PairAnswer>& answer);
    /// The bills are seen whole where the settings that differ have room beside them.
    void give_bills_room();

    std::string other_;  ///< path; empty: none is chosen
    std::string other_key_{};
    std::shared_ptr<const PairAnswer> answer_;
    QLabel* other_name_;
    Plot* plot_;
    TableModel* bills_;
    QTableView* bill_view_ = nullptr;
    TableModel* settings_;
};

}  // namespace firn::gui
