namespace Seminar.Ui;

/// <summary>What a notice means; its word and shape say it, its colour only repeats it.</summary>
public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>It worked.</summary>
    Success,

    /// <summary>Something to look at.</summary>
    Attention,

    /// <summary>It did not work.</summary>
    Error,
}
