#pragma once

#include "gui/pages/answer_page.hpp"
#include "gui/worker/variance_answer.hpp"

#include <cstddef>
#include <memory>
#include <optional>

class QComboBox;
class QLineEdit;

namespace firn::gui {

class FileField;
class Plot;
class TableModel;
class WrappedText;

/// Why what was billed differs from a budget: months in and outside their band, the bridge from one to the
/// other, what the whole budget will come to. It does not depend on the scenario.
class VariancePage : public AnswerPage {
    Q_OBJECT

  public:
    explicit VariancePage(ScenarioDocument& document, QWidget* parent = nullptr);

    /// What `firn forecast --freeze` kept.
    void show_budget(const QString& path);
    /// What was billed: a usage file, the JSON of a bill, or what the vendor reports.
    void show_billed(const QStringList& paths);
    /// The same, unless a person chose another one; "": no longer.
    void offer_billed(const QString& path);
    /// The last day that is billed, "2013-03-20"; empty: all of the last month.
    void show_through(const QString& day);
    /// The bridge of a billed month, counted from 0; none: to date.
    void show_bridge(std::optional<std::size_t> month);

    [[nodiscard]] bool needs_scenario() const override { return false; }
    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const VarianceAnswer* answer() const { return answer_.get(); }

  protected:
    RunWorker::Work work_on(Question question) override;
    [[nodiscard]] QString purpose() const override { return {}; }
    [[nodiscard]] std::string beside() const override;
    [[nodiscard]] QString missing() const override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void make_files();
    [[nodiscard]] QWidget* make_charts();
    void show_answer(std::shared_ptr<const VarianceAnswer> answer);
    void choose_point(std::size_t point);

    std::shared_ptr<const VarianceAnswer> answer_;
    FileField* budget_;
    FileField* billed_;
    QLineEdit* through_;
    QComboBox* months_;
    Plot* bands_;
    Plot* bridge_;
    WrappedText* rest_;
    TableModel* table_;
};

}  // namespace firn::gui
