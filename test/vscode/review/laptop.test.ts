// Findings as a report writer meets them on a common laptop, in one window: quotations, their places, figures.
import './whoAndWhere';
import './figures';
import './innerMarks';
