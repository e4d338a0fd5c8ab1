namespace Marketplace.Core.Imports;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>The file is there; nothing was started yet.</summary>
    Received,

    /// <summary>Waits for a host that takes it up.</summary>
    Queued,

    /// <summary>A host works on it.</summary>
    Running,

    /// <summary>A dry run has ended: nothing was changed. It can be started again.</summary>
    Checked,

    /// <summary>Every good row was taken.</summary>
    Done,

    /// <summary>Nothing was changed: the file cannot be read, or a row is wrong and all or nothing was asked for.</summary>
    Refused,

    /// <summary>It could not be ended. The rows that are done are taken, the others are not.</summary>
    BrokenOff,
}

/// <summary>The import is being worked on, or has ended: send the file again for another.</summary>
public sealed record ImportStarted(ImportState State) : IProblem
{
    public LocalizedText Message => State is ImportState.Queued or ImportState.Running
        ? new("Tệp này đang được nhập; hãy chờ xong.", "This file is being imported; wait until it has ended.")
        : new("Tệp này đã nhập xong; hãy tải tệp lên lần nữa để nhập lại.", "This file was imported already; upload it again for another import.");
}
