// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {CrossDomainMessenger} from "./CrossDomainMessenger.sol";

/// Stand-in for the bridge of either chain: takes METIS in on one side and pays the same amount out on the other when the message
/// arrives. Both sides are escrows, filled beforehand, so each chain's supply stays as it is.
contract StandardBridge {
    using SafeERC20 for IERC20;

    address public messenger;
    address public otherBridge;
    address public l1Token;
    address public l2Token;
    bool public isL2;
    /// What the bridge asks for a withdrawal to L1, in the chain's own coin.
    uint256 public minErc20BridgeCost;

    event ERC20DepositInitiated(
        address indexed l1Token, address indexed l2Token, address indexed from, address to, uint256 amount, bytes data
    );
    event WithdrawalInitiated(
        address indexed l1Token, address indexed l2Token, address indexed from, address to, uint256 amount, bytes data
    );
    event DepositFinalized(
        address indexed l1Token, address indexed l2Token, address indexed from, address to, uint256 amount, bytes data
    );
    event ERC20WithdrawalFinalized(
        address indexed l1Token, address indexed l2Token, address indexed from, address to, uint256 amount, bytes data
    );

    function initialize(address messenger_, address otherBridge_, address l1Token_, address l2Token_, bool isL2_)
        external
    {
        require(messenger == address(0), "Bridge: initialized");
        messenger = messenger_;
        otherBridge = otherBridge_;
        l1Token = l1Token_;
        l2Token = l2Token_;
        isL2 = isL2_;
        minErc20BridgeCost = isL2_ ? 0.5 ether : 0;
    }

    /// L2 to L1.
    function withdrawTo(address token, address to, uint256 amount, uint32 l1Gas, bytes calldata data)
        external
        payable
    {
        require(isL2 && token == l2Token, "Bridge: unknown token");
        require(msg.value >= minErc20BridgeCost, "Bridge: insufficient fee");
        _take(l2Token, amount, to, l1Gas, data);
        emit WithdrawalInitiated(l1Token, l2Token, msg.sender, to, amount, data);
    }

    /// L1 to L2.
    function depositERC20ToByChainId(
        uint256,
        address,
        address token,
        address to,
        uint256 amount,
        uint32 l2Gas,
        bytes calldata data
    ) external payable {
        require(!isL2 && token == l2Token, "Bridge: unknown token");
        _take(l1Token, amount, to, l2Gas, data);
        emit ERC20DepositInitiated(l1Token, l2Token, msg.sender, to, amount, data);
    }

    function finalize(address from, address to, uint256 amount, bytes calldata data) external {
        require(msg.sender == messenger, "Bridge: not the messenger");
        require(
            CrossDomainMessenger(messenger).xDomainMessageSender() == otherBridge, "Bridge: not the other bridge"
        );
        IERC20(isL2 ? l2Token : l1Token).safeTransfer(to, amount);
        if (isL2) emit DepositFinalized(l1Token, l2Token, from, to, amount, data);
        else emit ERC20WithdrawalFinalized(l1Token, l2Token, from, to, amount, data);
    }

    function _take(address token, uint256 amount, address to, uint32 gas, bytes calldata data) private {
        IERC20(token).safeTransferFrom(msg.sender, address(this), amount);
        CrossDomainMessenger(messenger).sendMessage(
            otherBridge, abi.encodeCall(this.finalize, (msg.sender, to, amount, data)), gas
        );
    }
}
