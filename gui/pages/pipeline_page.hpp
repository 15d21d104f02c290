#pragma once

#include "gui/charts/series_plots.hpp"
#include "gui/pages/answer_page.hpp"

#include <memory>

class QComboBox;
class QGridLayout;

namespace firn::gui {

class Plot;

/// What happens in the pipeline in the course of time.
class PipelinePage : public AnswerPage {
    Q_OBJECT

  public:
    explicit PipelinePage(ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const RunAnswer* answer() const { return answer_.get(); }
    void look_at(Grain grain);

  protected:
    RunWorker::Work work_on(Question question) override;

  private:
    void show_answer(std::shared_ptr<const RunAnswer> answer);

    std::shared_ptr<const RunAnswer> answer_;
    QComboBox* grains_;
    QGridLayout* grid_;
    std::vector<Plot*> plots_;
};

}  // namespace firn::gui
