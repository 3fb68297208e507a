//! The points of a metric.

use aws_sdk_cloudwatch::operation::get_metric_data::GetMetricDataOutput;
use aws_sdk_cloudwatch::types::{MetricDataResult, StatusCode};

use super::timestamp;
use crate::action::Action;
use ec_site_tutor_core::account::resources::RequestCount;
use ec_site_tutor_core::account::{Area, Denial, Failure, FailureKind};

/// The points, the oldest first; none of them where CloudWatch says that they aren't whole: what is missing is no minute
/// without visits. Each page has a status of its own, and `PartialData` is about what the next page holds but on the last.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataResult.html>
pub fn request_counts(action: Action, pages: &[GetMetricDataOutput]) -> Area<Vec<RequestCount>> {
    let action = action.name().to_owned();
    let results: Vec<&MetricDataResult> = pages.iter().flat_map(|page| page.metric_data_results()).collect();
    for (index, result) in results.iter().enumerate() {
        let is_last = index + 1 == results.len();
        match result.status_code() {
            None | Some(StatusCode::Complete) => {}
            Some(StatusCode::PartialData) if !is_last => {}
            Some(status @ StatusCode::Forbidden) => {
                return Area::Denied(Denial { action, message: said(status, result, pages) });
            }
            Some(status) => {
                let detail = said(status, result, pages);
                return Area::Failed(Failure::new(action, FailureKind::Service, detail));
            }
        }
    }
    let points = results.iter().flat_map(|result| result.timestamps().iter().zip(result.values()));
    let mut counts: Vec<RequestCount> =
        points.filter_map(|(at, count)| Some(RequestCount { at: timestamp(at)?, count: *count })).collect();
    counts.sort_by_key(|count| count.at);
    Area::Seen(counts)
}

/// The status with everything that CloudWatch says of it.
fn said(status: &StatusCode, result: &MetricDataResult, pages: &[GetMetricDataOutput]) -> String {
    let own = result.messages().iter().chain(pages.iter().flat_map(|page| page.messages()));
    std::iter::once(status.as_str()).chain(own.filter_map(|message| message.value())).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use aws_sdk_cloudwatch::primitives::DateTime;
    use aws_sdk_cloudwatch::types::MessageData;
    use test_case::test_case;

    use super::*;

    fn page(status: Option<&str>, at: i64, count: f64) -> GetMetricDataOutput {
        let message = MessageData::builder().code("ArithmeticError").value("try later").build();
        let result = MetricDataResult::builder()
            .id("requests")
            .timestamps(DateTime::from_secs(at))
            .values(count)
            .set_status_code(status.map(StatusCode::from))
            .messages(message)
            .build();
        GetMetricDataOutput::builder().metric_data_results(result).build()
    }

    fn read(pages: &[GetMetricDataOutput]) -> Result<Vec<f64>, String> {
        match request_counts(Action::GetMetricData, pages) {
            Area::Seen(counts) => Ok(counts.iter().map(|point| point.count).collect()),
            Area::Denied(denial) => Err(format!("denied, {}: {}", denial.action, denial.message)),
            Area::Failed(failure) => Err(format!("{:?}, {}: {}", failure.kind, failure.action, failure.detail)),
            Area::NotAsked => panic!("it was asked"),
        }
    }

    /// What is no whole answer is never "no visit".
    #[test_case(None, Ok(vec![3.0]); "AWS says nothing")]
    #[test_case(Some("Complete"), Ok(vec![3.0]); "complete")]
    #[test_case(Some("PartialData"), Err("Service, cloudwatch:GetMetricData: PartialData: try later"); "partial")]
    #[test_case(Some("InternalError"), Err("Service, cloudwatch:GetMetricData: InternalError: try later"); "internal error")]
    #[test_case(Some("Forbidden"), Err("denied, cloudwatch:GetMetricData: Forbidden: try later"); "forbidden")]
    #[test_case(Some("BrandNew"), Err("Service, cloudwatch:GetMetricData: BrandNew: try later"); "a new word")]
    fn statuses(status: Option<&str>, expected: Result<Vec<f64>, &str>) {
        assert_eq!(read(&[page(status, 60, 3.0)]), expected.map_err(str::to_owned));
    }

    #[test]
    fn the_table_has_every_status() {
        assert_eq!(StatusCode::values(), ["Complete", "Forbidden", "InternalError", "PartialData"]);
    }

    #[test]
    fn partial_data_goes_on_on_the_next_page_and_is_not_whole_on_the_last() {
        let (partial, complete) = (Some("PartialData"), Some("Complete"));
        assert_eq!(read(&[page(partial, 120, 4.0), page(complete, 60, 3.0)]), Ok(vec![3.0, 4.0]));
        assert!(read(&[page(complete, 120, 4.0), page(partial, 60, 3.0)]).is_err());
        assert!(read(&[page(Some("InternalError"), 120, 4.0), page(complete, 60, 3.0)]).is_err());
        assert_eq!(read(&[]), Ok(Vec::new()));
    }
}
