#pragma once

#include "gui/pages/answer_page.hpp"
#include "gui/worker/reconcile_answer.hpp"

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTableView;
class QTextEdit;

namespace firn::gui {

class FileField;
class LineFilter;
class Plot;
class TableModel;

/// What the vendor bills beside what is expected, line by line, each difference with its cause. Expected is
/// the scenario, or a usage file.
class ReconcilePage : public AnswerPage {
    Q_OBJECT

  public:
    explicit ReconcilePage(ScenarioDocument& document, QWidget* parent = nullptr);

    /// What the vendor reports; several files are parts of one report.
    void show_billed(const QStringList& paths);
    /// A usage file that is expected in place of the scenario; "": the scenario.
    void show_expected(const QString& path);
    /// The same, unless a person chose another one.
    void offer_expected(const QString& path);
    /// Only a bucket or vault, and only a month ("2026-07"), of the report; "": all.
    void show_part(const QString& bucket, const QString& month);
    /// Only lines that a choice of the list stands for: 0 all, 1 those that differ, then each cause.
    void keep(int choice);

    [[nodiscard]] bool needs_scenario() const override;
    [[nodiscard]] std::vector<Exhibit> exhibits() const override;
    [[nodiscard]] const ReconcileAnswer* answer() const { return answer_.get(); }

  protected:
    RunWorker::Work work_on(Question question) override;
    [[nodiscard]] QString purpose() const override;
    [[nodiscard]] std::string beside() const override;
    [[nodiscard]] QString missing() const override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void make_files();
    [[nodiscard]] QWidget* make_top();
    [[nodiscard]] QWidget* make_lines();
    void show_answer(std::shared_ptr<const ReconcileAnswer> answer);
    void offer_causes();
    void show_differences_first();
    void show_details(bool are_wanted);

    std::shared_ptr<const ReconcileAnswer> answer_;
    FileField* billed_;
    FileField* expected_;
    QLineEdit* bucket_;
    QLineEdit* month_;
    Plot* plot_;
    QTextEdit* rest_;
    QComboBox* kinds_;
    QCheckBox* details_;
    QLineEdit* search_;
    TableModel* lines_;
    LineFilter* filter_;
    QTableView* table_ = nullptr;
};

}  // namespace firn::gui
