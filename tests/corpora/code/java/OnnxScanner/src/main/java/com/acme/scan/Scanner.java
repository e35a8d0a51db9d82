package com.acme.scan;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;

public class Scanner implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    public Scanner() throws OrtException {
        session = environment.createSession("models/scanner.onnx", new OrtSession.SessionOptions());
    }

    public float[][] scan(float[][] pixels) throws OrtException {
        try (var tensor = OnnxTensor.createTensor(environment, pixels); var result = session.run(Map.of("input", tensor))) {
            return (float[][]) result.get(0).getValue();
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
