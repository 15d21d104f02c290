#pragma once

#include "gui/charts/series_plots.hpp"
#include "gui/pages/answer_page.hpp"

#include <memory>

class QComboBox;
class QGridLayout;
class QTabWidget;

namespace firn::gui {

class Plot;
class PoolPanel;

/// What happens in the pipeline in the course of time, and what its pools of workers can bear.
class PipelinePage : public AnswerPage {
    Q_OBJECT

  public:
    explicit PipelinePage(ScenarioDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const RunAnswer* answer() const { return answer_.get(); }
    void look_at(Grain grain);
    [[nodiscard]] PoolPanel& pools() { return *pools_; }
    [[nodiscard]] bool is_settled() const override;
    void cancel() override;
    [[nodiscard]] QStringList sentences() const override;
    [[nodiscard]] QStringList views() const override { return {QStringLiteral("pools")}; }
    void show_view(const QString& view) override;

  protected:
    RunWorker::Work work_on(Question question) override;
    [[nodiscard]] QString purpose() const override;

  private:
    [[nodiscard]] QWidget* make_charts();
    void add_plot();
    void show_answer(std::shared_ptr<const RunAnswer> answer, const Question& question);

    std::shared_ptr<const RunAnswer> answer_;
    QComboBox* grains_;
    QGridLayout* grid_;
    QTabWidget* tabs_;
    PoolPanel* pools_;
    std::vector<Plot*> plots_;
};

}  // namespace firn::gui
