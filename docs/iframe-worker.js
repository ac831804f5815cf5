// Search from the disk. Browsers start no worker from a file, so its script runs in a hidden frame instead.
if (location.protocol === "file:")
  window.Worker = window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.srcdoc = "<body></body>";
      this.ready = new Promise((done) => (this.frame.onload = done)).then(() => this.#run(url));
      document.body.append(this.frame);
    }

    #run(url) {
      const inside = this.frame.contentWindow;
      const load = (address) =>
        new Promise((done) => {
          const script = inside.document.createElement("script");
          Object.assign(script, { src: address, onload: done });
          inside.document.body.append(script);
        });
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      inside.importScripts = (...urls) => urls.reduce((all, next) => all.then(() => load(next)), Promise.resolve());
      return load(url);
    }

    postMessage(data) {
      this.ready.then(() => this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.frame.remove();
    }
  };
