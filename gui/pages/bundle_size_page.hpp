#pragma once

#include "gui/models/size_table.hpp"
#include "gui/pages/answer_page.hpp"

#include <cstddef>
#include <memory>

class QPushButton;
class QSlider;
class QTextEdit;

namespace firn::gui {

class Plot;
class TableModel;

/// How many bytes of files go into one archive: what each size costs, and what else it means.
class BundleSizePage : public AnswerPage {
    Q_OBJECT

  public:
    explicit BundleSizePage(ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const PlanAnswer* answer() const { return answer_.get(); }
    /// The size that is marked, as a number in the plan.
    [[nodiscard]] std::size_t marked() const { return marked_; }
    void mark(std::size_t size);

  protected:
    RunWorker::Work work_on(Question question) override;
    [[nodiscard]] QString purpose() const override;

  private:
    void show_answer(std::shared_ptr<const PlanAnswer> answer);
    void step_slider(int action);
    void take_marked_size();
    /// Where a size stands on the slider, and which is nearest to a place of it.
    [[nodiscard]] int place_of(std::size_t size) const;
    [[nodiscard]] std::size_t size_at(int place) const;
    [[nodiscard]] QWidget* make_plots();
    [[nodiscard]] QWidget* make_side();
    [[nodiscard]] QWidget* make_slider();

    std::shared_ptr<const PlanAnswer> answer_;
    AdvisedSize advised_;
    std::size_t marked_ = 0;
    Plot* cost_;
    Plot* waiting_;
    Plot* restore_;
    QSlider* slider_;
    TableModel* figures_;
    TableModel* sizes_;
    QTextEdit* rest_;
    QPushButton* take_;
};

}  // namespace firn::gui
